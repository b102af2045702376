using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

namespace Garrison.Simulation.Loops;

/// <summary>Who lends tokens for the length of a command.</summary>
public abstract record FlashLender
{
    /// <summary>What can be lent, in the token's smallest unit.</summary>
    public abstract UInt256 Cash(World world, Address token);

    /// <summary>What a loan costs, in the token's smallest unit, rounded up.</summary>
    public abstract UInt256 FeeUp(World world, UInt256 amount);

    /// <summary>The largest loan that can be paid back with an amount.</summary>
    public abstract UInt256 LargestFor(World world, UInt256 amount);

    /// <summary>Whether what a market lends comes out of the same cash, so that a loan out of the market
    /// while this one runs needs as much again.</summary>
    public abstract bool SharesCashWith(LoopVenue venue);

    /// <summary>Lends to an account that then acts, and pays back out of its tokens.</summary>
    public abstract Command Lend(
        Address account, Address token, UInt256 amount, IReadOnlyList<Command> payload);
}

/// <summary>Morpho, which lends all it has of a token, free of charge.</summary>
public sealed record MorphoFlash : FlashLender
{
    /// <inheritdoc/>
    public override UInt256 Cash(World world, Address token) =>
        world.Ledger.Balance(token, world.Morpho.Deployment.Contract);

    /// <inheritdoc/>
    public override UInt256 FeeUp(World world, UInt256 amount) => UInt256.Zero;

    /// <inheritdoc/>
    public override UInt256 LargestFor(World world, UInt256 amount) => amount;

    /// <inheritdoc/>
    public override bool SharesCashWith(LoopVenue venue) => venue is MorphoVenue;

    /// <inheritdoc/>
    public override Command Lend(
        Address account, Address token, UInt256 amount, IReadOnlyList<Command> payload) =>
        new FlashLoanFromMorpho(account, token, amount, payload);
}

/// <summary>A pool of Aave, which takes a premium.</summary>
/// <param name="Pool">Which pool.</param>
public sealed record AaveFlash(Address Pool) : FlashLender
{
    /// <inheritdoc/>
    public override UInt256 Cash(World world, Address token) =>
        world.Aave.Reserves.Of(Pool, token).Available;

    /// <inheritdoc/>
    public override UInt256 FeeUp(World world, UInt256 amount) => Premium(world).MulUp(amount);

    /// <inheritdoc/>
    /// <remarks>x + ⌈x · p⌉ ≤ amount holds for whole x just when x · (1 + p) ≤ amount does.</remarks>
    public override UInt256 LargestFor(World world, UInt256 amount) =>
        new Bps(Bps.Scale + Premium(world).Raw).DivDown(amount);

    /// <inheritdoc/>
    public override bool SharesCashWith(LoopVenue venue) => venue is AaveVenue aave && aave.Pool == Pool;

    /// <inheritdoc/>
    public override Command Lend(
        Address account, Address token, UInt256 amount, IReadOnlyList<Command> payload) =>
        new FlashLoanFromAave(account, Pool, token, amount, payload);

    private Bps Premium(World world) => new(world.Aave.Reserves.Pool(Pool).FlashPremiumBps);
}
