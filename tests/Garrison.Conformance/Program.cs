using Garrison.Conformance;

if (args.Length == 0)
{
    Console.Error.WriteLine("Name recordings: files or folders of .jsonl and .json, or either with .gz.");
    return 2;
}

try
{
    Totals totals = default;
    foreach (string path in Recordings.Find(args))
    {
        Totals one = Player.Play(path, Console.Out);
        Console.WriteLine($"{Path.GetFileName(path)}: {one}");
        totals += one;
    }

    Console.WriteLine(totals);
    return totals.Differences == 0 ? 0 : 1;
}
catch (RecordingException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
