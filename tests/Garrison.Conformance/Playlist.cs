namespace Garrison.Conformance;

/// <summary>Plays recordings one after the other, and says in the last line what came of all.</summary>
public static class Playlist
{
    /// <summary>Plays the recordings among files and folders. One that cannot be played is named, and does
    /// not keep the others from being played.</summary>
    /// <returns>0 when all were played without a difference, 1 when not, and 2 when a path does not
    /// exist or holds no recording.</returns>
    public static int Play(IReadOnlyList<string> paths, TextWriter output, TextWriter errors)
    {
        string[] recordings;
        try
        {
            recordings = [.. Recordings.Find(paths)];
        }
        catch (RecordingException exception)
        {
            errors.WriteLine(exception.Message);
            return 2;
        }

        Totals totals = default;
        int unplayed = 0;
        foreach (string path in recordings)
        {
            try
            {
                Totals one = Player.Play(path, output);
                output.WriteLine($"{Path.GetFileName(path)}: {one}");
                totals += one;
            }
            catch (RecordingException exception)
            {
                unplayed++;
                errors.WriteLine(exception.Message);
            }
        }

        output.WriteLine(unplayed == 0 ? $"{totals}" : $"{totals}, {unplayed} recordings not played");
        return totals.Differences == 0 && unplayed == 0 ? 0 : 1;
    }
}
