using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>Accounts that do not take ether: contracts that revert when they are sent some.</summary>
public sealed partial class Ledger
{
    /// <summary>Whether an account reverts when it is sent ether.</summary>
    public bool RefusesEther(Address account) => _refusesEther[account];

    /// <summary>Sends tokens, or ether to an account that may refuse it.</summary>
    internal Refusal? Send(Address token, Address from, Address to, UInt256 amount) =>
        token == Ether && _refusesEther[to] ? Refusal.EmptyRevert : Transfer(token, from, to, amount);

    internal Refusal? SetRefusesEther(Address account, bool refuses)
    {
        _refusesEther[account] = refuses;
        return null;
    }
}

/// <summary>Says whether the sender, a contract, reverts when it is sent ether.</summary>
/// <param name="Sender">The contract.</param>
/// <param name="Refuses">Whether it does.</param>
public sealed record RefuseEther(Address Sender, bool Refuses) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Ledger.SetRefusesEther(Sender, Refuses);
}
