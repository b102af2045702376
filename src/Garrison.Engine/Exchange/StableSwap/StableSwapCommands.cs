using Garrison.Primitives;

namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>A call to a pool. What leaves the range of its type reverts without data, as Vyper
/// does.</summary>
/// <param name="Sender">Who calls.</param>
/// <param name="Pool">Which pool.</param>
public abstract record StableSwapCommand(Address Sender, Address Pool) : Command(Sender)
{
    internal sealed override Refusal? Apply(World world)
    {
        try
        {
            return world.StableSwapPools.Exists(Pool)
                ? Call(world.StableSwapPools)
                : StableSwapRefusals.EmptyRevert;
        }
        catch (ArithmeticException)
        {
            return StableSwapRefusals.EmptyRevert;
        }
    }

    internal abstract Refusal? Call(StableSwapPools pools);
}

/// <summary>Makes a pool, as the factory does.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Pool">Where the chain puts it.</param>
/// <param name="Parameters">What it is made with.</param>
public sealed record DeployStableSwap(Address Sender, Address Pool, StableSwapParameters Parameters)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.StableSwapPools.Deploy(Pool, Parameters);
}

/// <summary>Makes a pool of the kind of ETH/stETH.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Pool">Where the chain puts it.</param>
/// <param name="Parameters">What it is made with.</param>
public sealed record DeployLegacyStableSwap(
    Address Sender, Address Pool, LegacyStableSwapParameters Parameters) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.StableSwapPools.DeployLegacy(Pool, Parameters);
}

/// <summary>Swaps one coin for another.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Sold">The coin that is sold, by its place.</param>
/// <param name="Bought">The coin that is bought, by its place.</param>
/// <param name="Amount">How much is sold, in its smallest unit.</param>
/// <param name="Least">How much has to be bought, in its smallest unit.</param>
/// <param name="Receiver">Who is paid; null for the sender. A legacy pool pays the sender alone.</param>
public sealed record SwapStable(
    Address Sender,
    Address Pool,
    int Sold,
    int Bought,
    UInt256 Amount,
    UInt256 Least,
    Address? Receiver = null) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) =>
        pools.Swap(Sender, Pool, Sold, Bought, Amount, Least, Receiver ?? Sender);
}

/// <summary>Swaps what the pool was paid beforehand.</summary>
/// <param name="Sender">Who swaps.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Sold">The coin that is sold, by its place.</param>
/// <param name="Bought">The coin that is bought, by its place.</param>
/// <param name="Amount">How much the pool was paid at least, in its smallest unit.</param>
/// <param name="Least">How much has to be bought, in its smallest unit.</param>
/// <param name="Receiver">Who is paid; null for the sender. A legacy pool pays the sender alone.</param>
public sealed record SwapStableReceived(
    Address Sender,
    Address Pool,
    int Sold,
    int Bought,
    UInt256 Amount,
    UInt256 Least,
    Address? Receiver = null) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.Swap(
        Sender, Pool, Sold, Bought, Amount, Least, Receiver ?? Sender, isReceived: true);
}

/// <summary>Pays coins in for liquidity.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Amounts">How much of each coin, in its smallest unit.</param>
/// <param name="Least">How much liquidity has to be minted.</param>
/// <param name="Receiver">Who gets it; null for the sender. A legacy pool gives it to the sender
/// alone.</param>
public sealed record AddStableLiquidity(
    Address Sender, Address Pool, IReadOnlyList<UInt256> Amounts, UInt256 Least, Address? Receiver = null)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) =>
        pools.Add(Sender, Pool, Amounts, Least, Receiver ?? Sender);
}

/// <summary>Burns liquidity for its part of every coin.</summary>
/// <param name="Sender">Whose liquidity.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Amount">How much liquidity.</param>
/// <param name="Least">How much of each coin has to be paid, in its smallest unit.</param>
/// <param name="Receiver">Who is paid; null for the sender. A legacy pool pays the sender alone.</param>
/// <param name="ClaimsAdminFees">Whether the admin is paid as well.</param>
public sealed record RemoveStableLiquidity(
    Address Sender,
    Address Pool,
    UInt256 Amount,
    IReadOnlyList<UInt256> Least,
    Address? Receiver = null,
    bool ClaimsAdminFees = true) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.Remove(
        Sender, Pool, Amount, Least, Receiver ?? Sender, ClaimsAdminFees);
}

/// <summary>Burns liquidity for one coin.</summary>
/// <param name="Sender">Whose liquidity.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Amount">How much liquidity.</param>
/// <param name="Coin">The coin, by its place.</param>
/// <param name="Least">How much has to be paid, in its smallest unit.</param>
/// <param name="Receiver">Who is paid; null for the sender. A legacy pool pays the sender alone.</param>
public sealed record RemoveStableLiquidityOneCoin(
    Address Sender, Address Pool, UInt256 Amount, int Coin, UInt256 Least, Address? Receiver = null)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) =>
        pools.RemoveOne(Sender, Pool, Amount, Coin, Least, Receiver ?? Sender);
}

/// <summary>Burns what liquidity it takes for amounts of the coins.</summary>
/// <param name="Sender">Whose liquidity.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Amounts">How much of each coin, in its smallest unit.</param>
/// <param name="Most">How much liquidity may be burned.</param>
/// <param name="Receiver">Who is paid; null for the sender. A legacy pool pays the sender alone.</param>
public sealed record RemoveStableLiquidityImbalance(
    Address Sender, Address Pool, IReadOnlyList<UInt256> Amounts, UInt256 Most, Address? Receiver = null)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.RemoveImbalanced(
        Sender, Pool, Amounts, Most, Receiver ?? Sender);
}

/// <summary>Moves the amplification along a straight line.</summary>
/// <param name="Sender">Whoever governs the pool.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="FutureA">Where to.</param>
/// <param name="FutureTime">By which second.</param>
public sealed record RampStableA(Address Sender, Address Pool, ulong FutureA, ulong FutureTime)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.RampA(Sender, Pool, FutureA, FutureTime);
}

/// <summary>Leaves the amplification where it is.</summary>
/// <param name="Sender">Whoever governs the pool.</param>
/// <param name="Pool">Which pool.</param>
public sealed record StopRampStableA(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.StopRampA(Sender, Pool);
}

/// <summary>Sets the fee.</summary>
/// <param name="Sender">Whoever governs the pool.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Fee">At par, in units of 10⁻¹⁰.</param>
/// <param name="OffpegFeeMultiplier">How often it is taken far from par, in units of 10⁻¹⁰.</param>
public sealed record SetStableFee(Address Sender, Address Pool, UInt256 Fee, UInt256 OffpegFeeMultiplier)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) =>
        pools.SetFee(Sender, Pool, Fee, OffpegFeeMultiplier);
}

/// <summary>Sets the admin's part of fees.</summary>
/// <param name="Sender">Whoever governs the pool.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="AdminFee">In units of 10⁻¹⁰.</param>
public sealed record SetStableAdminFee(Address Sender, Address Pool, UInt256 AdminFee)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.SetAdminFee(Sender, Pool, AdminFee);
}

/// <summary>Sets the windows of the averages.</summary>
/// <param name="Sender">The factory's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="MaExpTime">Of prices, in seconds.</param>
/// <param name="DMaTime">Of the invariant, in seconds.</param>
public sealed record SetStableWindows(Address Sender, Address Pool, UInt256 MaExpTime, UInt256 DMaTime)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) =>
        pools.SetWindows(Sender, Pool, MaExpTime, DMaTime);
}

/// <summary>Gives a pool its own admin, who gets the fees as well.</summary>
/// <param name="Sender">The factory's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Admin">Who; nobody for the factory's alone.</param>
public sealed record SetStableAdmin(Address Sender, Address Pool, Address Admin)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.SetAdmin(Sender, Pool, Admin);
}

/// <summary>Sets who gets the fees of a pool without its own admin.</summary>
/// <param name="Sender">The factory's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="FeeReceiver">Who; nobody for never.</param>
public sealed record SetStableFeeReceiver(Address Sender, Address Pool, Address FeeReceiver)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.SetFeeReceiver(Sender, Pool, FeeReceiver);
}

/// <summary>Pays the admin.</summary>
/// <param name="Sender">Anyone; of a legacy pool the owner.</param>
/// <param name="Pool">Which pool.</param>
public sealed record WithdrawStableAdminFees(Address Sender, Address Pool) : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.WithdrawAdminFees(Sender, Pool);
}

/// <summary>Says what an oracle, or a vault's conversion, answers from here on: an outside fact.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Coin">The coin, by its place.</param>
/// <param name="Rate">Of an oracle: 10¹⁸ for par. Of a vault: what one whole share converts to, in the
/// smallest unit of its asset.</param>
public sealed record SetStableRate(Address Sender, Address Pool, int Coin, UInt256 Rate)
    : StableSwapCommand(Sender, Pool)
{
    internal override Refusal? Call(StableSwapPools pools) => pools.SetRate(Pool, Coin, Rate);
}
