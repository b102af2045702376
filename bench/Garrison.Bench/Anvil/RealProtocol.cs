using Garrison.Engine;
using Garrison.Primitives;

namespace Garrison.Bench.Anvil;

/// <summary>How the commands of a recording are done on the real contracts of a protocol.</summary>
internal abstract class RealProtocol
{
    /// <summary>Deploys the contracts, and brings them to where the recording starts.</summary>
    public abstract void Deploy(AnvilNode node);

    /// <summary>A command as a transaction.</summary>
    public abstract Transaction ToTransaction(Command command);

    /// <summary>Views of the contracts, and what the engine has for words of what they answer.</summary>
    public abstract IEnumerable<Check> Checks(World world);

    /// <summary>An account of the node for one of a recording: its number in the engine may be that of a
    /// precompiled contract.</summary>
    protected static Address Account(string label) =>
        Address.FromUInt256(UInt256.FromBigEndian(HashBytes(label)) >> 96);

    protected static NotSupportedException Unknown(Command command) =>
        new($"no transaction is known for {command}");

    private static byte[] HashBytes(string label)
    {
        byte[] bytes = new byte[Word.Size];
        Keccak.HashText(label).CopyTo(bytes);
        return bytes;
    }
}

/// <summary>A view of a contract, and some words that it should answer.</summary>
internal sealed record Check(Address Contract, string Data, params (int Index, UInt256 Value)[] Words)
{
    public bool Holds(string answer)
    {
        foreach ((int index, UInt256 value) in Words)
        {
            if (Calldata.Read(answer, index) != value) return false;
        }

        return true;
    }
}
