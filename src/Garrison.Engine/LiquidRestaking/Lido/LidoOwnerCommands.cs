using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>Makes Lido, once in a world, with the limits of the main network, its queue paused and without a
/// fee.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Deployment">The contracts.</param>
public sealed record DeployLido(Address Sender, LidoDeployment Deployment) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Lido.Deploy(Deployment);
}

/// <summary>Gives a role to an account.</summary>
/// <param name="Sender">The admin.</param>
/// <param name="Role">Which.</param>
/// <param name="Account">To whom.</param>
public sealed record GrantLidoRole(Address Sender, LidoRole Role, Address Account) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Grant(Sender, Role, Account);
}

/// <summary>Sets what reports may say and do.</summary>
/// <param name="Sender">The admin.</param>
/// <param name="Limits">The limits.</param>
public sealed record SetLidoLimits(Address Sender, LidoLimits Limits) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Reports.SetLimits(Sender, Limits);
}

/// <summary>Sets the fee on rewards and who gets it; the treasury gets the rest.</summary>
/// <param name="Sender">The admin.</param>
/// <param name="TotalFee">The part of rewards, of 10²⁰.</param>
/// <param name="Modules">The parts of it that operators get.</param>
public sealed record SetLidoFees(Address Sender, UInt256 TotalFee, IReadOnlyList<LidoModuleFee> Modules)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Reports.SetFees(Sender, TotalFee, Modules);
}

/// <summary>Says whether a large fall needs a second opinion, rather than being refused.</summary>
/// <param name="Sender">The admin.</param>
/// <param name="IsAsked">Whether.</param>
public sealed record AskLidoSecondOpinions(Address Sender, bool IsAsked) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Reports.AskSecondOpinions(Sender, IsAsked);
}

/// <summary>Says what another oracle says of the validators, as an outside fact.</summary>
/// <param name="Sender">Who says so.</param>
/// <param name="Timestamp">Of which time, in seconds.</param>
/// <param name="Balance">What they are worth, in wei.</param>
/// <param name="WithdrawalVault">What is in the withdrawal vault, in wei.</param>
public sealed record PostLidoSecondOpinion(
    Address Sender, ulong Timestamp, UInt256 Balance, UInt256 WithdrawalVault) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) =>
        lido.Reports.PostSecondOpinion(Timestamp, Balance, WithdrawalVault);
}

/// <summary>Stops requests and finalisations for a while.</summary>
/// <param name="Sender">Who may pause.</param>
/// <param name="Duration">How long, in seconds; the greatest number is without end.</param>
public sealed record PauseLidoQueueFor(Address Sender, UInt256 Duration) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.PauseFor(Sender, Duration);
}

/// <summary>Stops requests and finalisations until a time.</summary>
/// <param name="Sender">Who may pause.</param>
/// <param name="Until">The last second of the pause; the greatest number is without end.</param>
public sealed record PauseLidoQueueUntil(Address Sender, UInt256 Until) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.PauseUntil(Sender, Until);
}

/// <summary>Ends a pause.</summary>
/// <param name="Sender">Who may resume.</param>
public sealed record ResumeLidoQueue(Address Sender) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.Resume(Sender);
}

/// <summary>Sends the pool's ether to new validators.</summary>
/// <param name="Sender">Who may deposit.</param>
/// <param name="Most">At most how many.</param>
public sealed record DepositLidoValidators(Address Sender, ulong Most) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Pool.Deposit(Sender, Most);
}

/// <summary>Gives stETH to be burnt for all others.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="IsCover">Whether it covers a loss.</param>
public sealed record RequestLidoBurn(Address Sender, UInt256 Amount, bool IsCover) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Burner.RequestMine(Sender, Amount, IsCover);
}
