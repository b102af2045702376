using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The commands of keys and of the directory of services in a <see cref="Script"/>.</summary>
/// <remarks>
/// <code>
/// curve avs avs/1 Ecdsa              ok
/// key op op avs/1 red                ok
/// hire avs op op salt 1700000000     ok
/// </code>
/// A key is a name, signed by itself; words after it say what is unusual. <c>kr</c> is the KeyRegistrar and
/// <c>ad</c> the AVSDirectory.
/// </remarks>
internal static class RegistryVerbs
{
    /// <summary>The command of a line; null when it is not one of these.</summary>
    public static Command? Command(string[] words) => Keys(words) ?? Directory(words);

    /// <summary>An address as a key.</summary>
    public static byte[] Ecdsa(string name)
    {
        byte[] bytes = new byte[20];
        Of(name).WriteBytes(bytes);
        return bytes;
    }

    /// <summary>Two points as a key: that of the first group is the name's, both are of the form asked
    /// for.</summary>
    public static byte[] Bn254(string name, params string[] odd)
    {
        byte[] bytes = new byte[odd.Contains("short") ? 191 : 192];
        if (name == "nobody") return bytes;

        Keccak.HashText(name).CopyTo(bytes);
        Keccak.HashText(odd.Contains("elsewhere") ? "elsewhere" : name + "2").CopyTo(bytes.AsSpan(64));
        return bytes;
    }

    private static Command? Keys(string[] words) => words switch
    {
        ["keys"] => new DeployKeyRegistrar(default, Of("kr")),
        ["curve", var sender, var set, var curve] => new ConfigureOperatorSet(
            Of(sender), Set(set), Enum.Parse<CurveType>(curve)),
        ["key", var sender, var who, var set, var key, .. var odd] => new RegisterKey(
            Of(sender),
            Of(who),
            Set(set),
            odd.Contains("short") ? Ecdsa(key)[1..] : Ecdsa(key),
            new KeySignature(65, odd.Contains("unsigned") ? default : Of(key), false)),
        ["pair", var sender, var who, var set, var key, .. var odd] => new RegisterKey(
            Of(sender),
            Of(who),
            Set(set),
            Bn254(key, odd),
            new KeySignature(odd.Contains("cut") ? 63u : 64u, default, !odd.Contains("unsigned"))),
        ["unkey", var sender, var who, var set] => new DeregisterKey(Of(sender), Of(who), Set(set)),
        _ => null,
    };

    private static Command? Directory(string[] words) => words switch
    {
        ["directory"] => new DeployAvsDirectory(default, Of("ad")),
        ["hire", var avs, var who, var signer, var salt, var expiry] => new RegisterOperatorToAvs(
            Of(avs), Of(who), new Approval(Of(signer), Keccak.HashText(salt), ulong.Parse(expiry))),
        ["fire", var avs, var who] => new DeregisterOperatorFromAvs(Of(avs), Of(who)),
        ["cancel", var who, var salt] => new CancelSalt(Of(who), Keccak.HashText(salt)),
        ["directoryUri", var avs] => new UpdateDirectoryMetadata(Of(avs), ""),
        _ => null,
    };
}
