using Garrison.Engine;
using Garrison.Risk;

namespace Garrison.Desk;

/// <summary>A journal that commands are appended to, all or none.</summary>
internal static class JournalFile
{
    /// <summary>Executes commands where a journal ends, and writes them down there.</summary>
    /// <remarks>The new journal is written beside the old one and takes its place at the end, so a failure
    /// on the way leaves the old one as it is.</remarks>
    /// <param name="file">The journal.</param>
    /// <param name="commands">The commands, in order.</param>
    /// <exception cref="JournalException">The journal is damaged.</exception>
    /// <exception cref="WhatIfRefusedException">A command was refused.</exception>
    public static void Append(FileInfo file, IEnumerable<Command> commands)
    {
        string[] lines = File.ReadAllLines(file.FullName);
        JournalWriter writer = Journal.Resume(new World(), lines, static (_, _) => { });
        List<string> added = [.. lines[..^1]];
        foreach (Command command in commands)
        {
            added.Add(writer.Execute(command, out Receipt receipt));
            if (receipt is Refused refused)
            {
                throw new WhatIfRefusedException(
                    $"the rules say {refused.Reason} to {command.GetType().Name}; {file.Name} is as it was");
            }
        }

        added.Add(writer.Close());
        string beside = file.FullName + ".new";
        try
        {
            File.WriteAllLines(beside, added);
            File.Move(beside, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
