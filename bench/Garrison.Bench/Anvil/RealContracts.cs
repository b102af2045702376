using System.Text.Json;

namespace Garrison.Bench.Anvil;

/// <summary>The node and the contracts that <c>bench/anvil/install</c> puts on this machine.</summary>
internal static class RealContracts
{
    public const string Install = "bench/anvil/install";

    private static readonly string _folder = Repository.Path("bench", "anvil");
    private static readonly string _compiled = Path.Combine(_folder, "artifacts", "contracts.json");
    private static readonly Lazy<Dictionary<string, string>> _code = new(
        static () => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(_compiled))!);

    /// <summary>The program of the node, or null when it or the contracts are not installed.</summary>
    public static string? Node
    {
        get
        {
            string packages = Path.Combine(_folder, "node_modules", "@foundry-rs");
            return File.Exists(_compiled) && Directory.Exists(packages)
                ? Directory.EnumerateFiles(packages, "anvil*", SearchOption.AllDirectories).FirstOrDefault(
                    static path => Path.GetFileName(Path.GetDirectoryName(path)) == "bin")
                : null;
        }
    }

    /// <summary>The code that deploys a contract, in hexadecimal digits without 0x.</summary>
    public static string Code(string name) => _code.Value[name];
}
