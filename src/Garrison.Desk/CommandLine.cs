using System.CommandLine;

using Garrison.Engine;
using Garrison.Risk;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>The command line: parses, runs a verb, and turns what goes wrong into a line and a
/// code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        RootCommand root = new("Garrison: an exact restaking engine and risk desk.")
        {
            BookVerbs.Create(),
            OperatorVerbs.Create(),
            OperatorVerbs.Exposure(),
            WhatIfVerbs.Create(),
            WithdrawalVerbs.Create(),
            RewardsVerbs.Create(),
            YieldVerbs.Create(),
            ValidatorVerbs.Create(),
            PoolVerbs.Create(),
            LoanVerbs.Create(),
            LoopVerbs.Create(),
            LrtVerbs.Create(),
            JournalVerbs.Replay(),
            JournalVerbs.Digest(),
        };
        ParseResult parsed = root.Parse(args);
        InvocationConfiguration console = new()
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Errors.Count > 0)
        {
            string[] messages = [.. parsed.Errors.Select(static error => error.Message)];
            string message = Array.Find(messages, static text => text.Contains('\''))
                ?? messages[0];
            string line = string.Join(' ', message.Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            errors.WriteLine($"{line} See {Usage(parsed)} --help.");
            return ExitCode.Usage;
        }

        try
        {
            return parsed.Invoke(console);
        }
        catch (DeskException exception)
        {
            errors.WriteLine(exception.Message);
            return exception.Code;
        }
        catch (WhatIfRefusedException exception)
        {
            errors.WriteLine(exception.Message);
            return ExitCode.Refused;
        }
        catch (Exception exception) when (exception is JournalException or BookException or IOException
            or UnauthorizedAccessException)
        {
            errors.WriteLine(exception.Message.Split('\n')[0]);
            return ExitCode.Failed;
        }
    }

    private static string Usage(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "garrison" : $"garrison {Path(parsed.CommandResult)}";

    private static string Path(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } parent
            ? $"{Path(parent)} {result.Command.Name}"
            : result.Command.Name;
}

/// <summary>What the program says when it ends.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NotFound = 3;
    public const int Refused = 4;
}

/// <summary>Something that the user can put right.</summary>
/// <param name="code">The exit code.</param>
/// <param name="message">What is wrong, and what would be right, in one line.</param>
internal sealed class DeskException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
