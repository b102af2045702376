using Garrison.Primitives;

namespace Garrison.Engine.Lending.Aave;

/// <summary>What can be turned on or off in a reserve.</summary>
public enum AaveSwitch : byte
{
    /// <summary>That it can be used at all.</summary>
    Active,

    /// <summary>That nothing more is supplied or borrowed.</summary>
    Frozen,

    /// <summary>That it can be borrowed outside of categories.</summary>
    Borrowing,

    /// <summary>That it is lent for the length of a transaction.</summary>
    FlashLoans,

    /// <summary>That it gives nothing to borrow against outside of categories.</summary>
    LtvZero,
}

/// <summary>What a reserve can be in a category.</summary>
public enum AaveCategoryRole : byte
{
    /// <summary>Collateral with the terms of the category.</summary>
    Collateral,

    /// <summary>What can be borrowed.</summary>
    Borrowable,

    /// <summary>Collateral that gives nothing to borrow against.</summary>
    LtvZero,
}

/// <summary>Puts a pool on the chain, without reserves.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Setting">Where its other contracts are, and who may change what.</param>
public sealed record DeployAave(Address Sender, Address Pool, AavePool Setting) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Deploy(Pool, Setting);
}

/// <summary>Puts a token on a pool's list, where nothing but supplying it is allowed yet.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="AToken">Where the chain puts the token of its suppliers.</param>
/// <param name="DebtToken">Where the chain puts the token of its borrowers.</param>
/// <param name="Decimals">Of the token.</param>
/// <param name="Curve">How its rates follow from its utilisation.</param>
public sealed record ListAaveReserve(
    Address Sender,
    Address Pool,
    Address Asset,
    Address AToken,
    Address DebtToken,
    byte Decimals,
    AaveCurve Curve) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.List(this);
}

/// <summary>Says what a token is worth, as an outside fact.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Price">Of a whole token, in dollars with 8 decimals.</param>
public sealed record PostAavePrice(
    Address Sender,
    Address Pool,
    Address Asset,
    UInt256 Price) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Prices.Post(Pool, Asset, Price);
}

/// <summary>Says which feed a token's price is read from.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Feed">A feed of dollars with 8 decimals; zero for the price that is posted.</param>
public sealed record SetAavePriceSource(Address Sender, Address Pool, Address Asset, Address Feed)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetPriceSource(Sender, Pool, Asset, Feed);
}

/// <summary>Says what a reserve counts as collateral.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="LtvBps">How much can be borrowed against it.</param>
/// <param name="ThresholdBps">How much debt it carries; 0 for no collateral.</param>
/// <param name="BonusBps">What a liquidator gets for each unit that is due, above 10,000; 0 for no
/// collateral.</param>
public sealed record ConfigureAaveCollateral(
    Address Sender,
    Address Pool,
    Address Asset,
    ushort LtvBps,
    ushort ThresholdBps,
    ushort BonusBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.SetCollateral(this);
}

/// <summary>Turns something on or off in a reserve.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Switch">What.</param>
/// <param name="IsOn">Whether it is on.</param>
public sealed record SwitchAaveReserve(
    Address Sender,
    Address Pool,
    Address Asset,
    AaveSwitch Switch,
    bool IsOn) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.Switch(this);
}

/// <summary>Stops a reserve, or starts it again.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="IsPaused">Whether nothing moves.</param>
/// <param name="GraceSeconds">For how long nothing is liquidated after the start, at most four hours.</param>
public sealed record PauseAaveReserve(
    Address Sender,
    Address Pool,
    Address Asset,
    bool IsPaused,
    ulong GraceSeconds) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.Pause(this);
}

/// <summary>Ends the time in which nothing is liquidated.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
public sealed record DisableAaveGracePeriod(Address Sender, Address Pool, Address Asset) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.EndGrace(Sender, Pool, Asset);
}

/// <summary>Sets the treasury's part of the interest.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="ReserveFactorBps">Which part.</param>
public sealed record SetAaveReserveFactor(
    Address Sender,
    Address Pool,
    Address Asset,
    ushort ReserveFactorBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetReserveFactor(Sender, Pool, Asset, ReserveFactorBps);
}

/// <summary>Sets how much of a token may be borrowed.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Cap">How many whole tokens; 0 for any number.</param>
public sealed record SetAaveBorrowCap(
    Address Sender,
    Address Pool,
    Address Asset,
    ulong Cap) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetBorrowCap(Sender, Pool, Asset, Cap);
}

/// <summary>Sets how much of a token may be supplied.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Cap">How many whole tokens; 0 for any number.</param>
public sealed record SetAaveSupplyCap(
    Address Sender,
    Address Pool,
    Address Asset,
    ulong Cap) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetSupplyCap(Sender, Pool, Asset, Cap);
}

/// <summary>Sets the treasury's part of the bonus of liquidators.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="FeeBps">Which part.</param>
public sealed record SetAaveLiquidationFee(
    Address Sender,
    Address Pool,
    Address Asset,
    ushort FeeBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetLiquidationFee(Sender, Pool, Asset, FeeBps);
}

/// <summary>Sets how the rates of a reserve follow from its utilisation.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Curve">How.</param>
public sealed record SetAaveInterestRateData(
    Address Sender,
    Address Pool,
    Address Asset,
    AaveCurve Curve) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetCurve(Sender, Pool, Asset, Curve);
}

/// <summary>Sets what a loan for the length of a transaction costs.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="PremiumBps">Which part of it.</param>
public sealed record SetAaveFlashPremium(Address Sender, Address Pool, ushort PremiumBps) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.SetFlashPremium(Sender, Pool, PremiumBps);
}

/// <summary>Sets the terms of a category of correlated assets.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Number">Which; not 0.</param>
/// <param name="LtvBps">How much can be borrowed against its collateral.</param>
/// <param name="ThresholdBps">How much debt its collateral carries.</param>
/// <param name="BonusBps">What a liquidator gets, above 10,000.</param>
/// <param name="Label">What it is called.</param>
/// <param name="IsIsolated">Whether other collateral gives nothing to borrow against.</param>
public sealed record SetAaveCategory(
    Address Sender,
    Address Pool,
    byte Number,
    ushort LtvBps,
    ushort ThresholdBps,
    ushort BonusBps,
    string Label,
    bool IsIsolated) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.SetCategory(this);
}

/// <summary>Says whether other collateral counts in a category.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Number">Which.</param>
/// <param name="IsIsolated">Whether it does not.</param>
public sealed record IsolateAaveCategory(
    Address Sender,
    Address Pool,
    byte Number,
    bool IsIsolated) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Aave.Configurator.Isolate(Sender, Pool, Number, IsIsolated);
}

/// <summary>Says what a reserve is in a category.</summary>
/// <param name="Sender">The pool's admin.</param>
/// <param name="Pool">Which pool.</param>
/// <param name="Asset">Which token.</param>
/// <param name="Number">Which category.</param>
/// <param name="Role">As what.</param>
/// <param name="IsIn">Whether it is.</param>
public sealed record SetAaveAssetInCategory(
    Address Sender,
    Address Pool,
    Address Asset,
    byte Number,
    AaveCategoryRole Role,
    bool IsIn) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Aave.Configurator.SetInCategory(this);
}
