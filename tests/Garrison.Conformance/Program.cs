using Garrison.Conformance;

if (args.Length == 0)
{
    Console.Error.WriteLine("Name recordings: files or folders of .jsonl and .json, or either with .gz.");
    return 2;
}

return Playlist.Play(args, Console.Out, Console.Error);
