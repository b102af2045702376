using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>What somebody sends to an issuer, in the issuer's own commands.</summary>
internal static class IssuerActions
{
    /// <summary>What brings a stored rate up to date; null where the rate is live.</summary>
    public static Command? UpdateRate(BookIssuer issuer) =>
        issuer.Kind == IssuerKind.Kelp ? new UpdateKelpPrice(Address.Zero) : null;

    /// <summary>What a holder sends to leave with an asset.</summary>
    public static Command Leave(BookIssuer issuer, Address holder, Address asset, UInt256 tokens) =>
        issuer.Kind == IssuerKind.Kelp
            ? new RequestKelpWithdrawal(holder, asset, tokens, "")
            : new RequestRenzoWithdrawal(holder, asset, tokens);

    /// <summary>How much of an asset can still be asked for, in its smallest unit; 0 where the issuer cannot
    /// say.</summary>
    public static UInt256 Available(World world, BookIssuer issuer, Address asset)
    {
        UInt256 amount;
        Refusal? refusal = issuer.Kind == IssuerKind.Kelp
            ? world.Kelp.Available(asset, out amount)
            : world.Renzo.AvailableCollateral(asset, out amount);
        return refusal is null ? amount : UInt256.Zero;
    }
}
