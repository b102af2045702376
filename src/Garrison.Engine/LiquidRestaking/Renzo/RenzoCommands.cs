using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Renzo;

/// <summary>Deposits a token for ezETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
/// <param name="ReferralId">Through whom; a mark without effect.</param>
public sealed record DepositToRenzo(
    Address Sender, Address Token, UInt256 Amount, UInt256 ReferralId) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.Deposit(Sender, Token, Amount, ReferralId);
}

/// <summary>Deposits ether for ezETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="ReferralId">Through whom; a mark without effect.</param>
public sealed record DepositEtherToRenzo(Address Sender, UInt256 Amount, UInt256 ReferralId) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.DepositEther(Sender, Amount, ReferralId);
}

/// <summary>Asks for an asset in return for ezETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="EzEth">How much ezETH.</param>
public sealed record RequestRenzoWithdrawal(Address Sender, Address Asset, UInt256 EzEth) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.Request(Sender, Asset, EzEth);
}

/// <summary>Pays a request; anyone may ask.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="User">Whose.</param>
/// <param name="Index">Its place among the user's.</param>
public sealed record ClaimRenzoWithdrawal(Address Sender, Address User, UInt256 Index) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.Claim(User, Index);
}

/// <summary>Leaves at once, for a fee.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="EzEth">How much ezETH.</param>
/// <param name="Minimum">The least for it.</param>
public sealed record WithdrawInstantlyFromRenzo(
    Address Sender, Address Asset, UInt256 EzEth, UInt256 Minimum) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Renzo.WithdrawInstantly(Sender, Asset, EzEth, Minimum);
}

/// <summary>Sends the deposit queue ether, as rewards.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record SendRenzoRewards(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.ReceiveRewards(Sender, Amount);
}

/// <summary>Sends the deposit queue ether, as what came back from validators.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record ForwardRenzoWithdrawal(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.ReceiveFullWithdrawal(Sender, Amount);
}

/// <summary>Sends tokens that the deposit queue may take to the buffer.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Token">Which token.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record FillRenzoTokenBuffer(Address Sender, Address Token, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.FillTokenBuffer(Sender, Token, Amount);
}

/// <summary>Sends ether to the buffer, which only the deposit queue may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record FillRenzoEtherBuffer(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.FillEtherFrom(Sender, Amount);
}

/// <summary>Sends ether to the withdraw queue, which takes it of Lido only.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record GiveEtherToRenzoQueue(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.GiveEtherToQueue(Sender, Amount);
}

/// <summary>Creates ezETH, which only the restake manager may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="To">For whom.</param>
/// <param name="Amount">How much.</param>
public sealed record MintRenzoToken(Address Sender, Address To, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.Mint(Sender, To, Amount);
}

/// <summary>Burns ezETH, which only the withdraw queue may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="From">Whose.</param>
/// <param name="Amount">How much.</param>
public sealed record BurnRenzoToken(Address Sender, Address From, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Renzo.Burn(Sender, From, Amount);
}
