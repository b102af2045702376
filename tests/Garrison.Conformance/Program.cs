using Garrison.Conformance;

if (args.Length == 0)
{
    Console.Error.WriteLine("Name recordings: files or folders of .jsonl and .json, or either with .gz.");
    return 2;
}

Totals totals = default;
int unplayed = 0;
try
{
    foreach (string path in Recordings.Find(args))
    {
        try
        {
            Totals one = Player.Play(path, Console.Out);
            Console.WriteLine($"{Path.GetFileName(path)}: {one}");
            totals += one;
        }
        catch (RecordingException exception)
        {
            unplayed++;
            Console.Error.WriteLine(exception.Message);
        }
    }
}
catch (RecordingException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

Console.WriteLine(unplayed == 0 ? totals : $"{totals}, {unplayed} recordings that cannot be played");
return totals.Differences == 0 && unplayed == 0 ? 0 : 1;
