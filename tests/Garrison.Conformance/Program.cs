using Garrison.Conformance;

if (args.Length == 0)
{
    Console.Error.WriteLine("Name recordings: files or folders of .jsonl and .json, or either with .gz.");
    return 2;
}

try
{
    (Totals totals, int unplayed) = (default, 0);
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
            Console.Error.WriteLine(exception.Message);
            unplayed++;
        }
    }

    Console.WriteLine(totals);
    if (unplayed > 0) Console.Error.WriteLine($"{unplayed} files could not be played");

    return totals.Differences == 0 && unplayed == 0 ? 0 : 1;
}
catch (RecordingException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
