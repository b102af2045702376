using Garrison.Desk;

return CommandLine.Run(args, Console.Out, Console.Error);
