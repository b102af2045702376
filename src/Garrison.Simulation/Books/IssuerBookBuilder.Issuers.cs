using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

internal sealed partial class IssuerBookBuilder
{
    private const ulong DaySeconds = 86_400;

    private void AddRenzo(BookIssuer issuer)
    {
        RenzoContracts contracts = new(
            issuer.Token,
            Named("Renzo restake manager"),
            Named("Renzo deposit queue"),
            Named("Renzo withdraw queue"),
            Named("Renzo instant withdrawer"),
            issuer.Assets.FirstOrDefault(static one => one.Symbol == "stETH")?.Asset ?? default,
            Named("Lido's queue"),
            Named("Renzo beyond"));
        Do(new DeployRenzo(_governor, contracts, _governor, issuer.Terms.WaitDays * DaySeconds));
        Do(new SetRenzoRewardsFee(_governor, Named("Renzo treasury"), (ulong)issuer.Terms.FeeBps));
        foreach (BookIssuerAsset asset in issuer.Assets.Where(static one => one.Asset != Ledger.Ether))
        {
            Address feed = Named($"Renzo feed of {asset.Symbol}");
            Do(new AddRenzoCollateral(_governor, asset.Asset));
            Do(new SetRenzoFeed(_governor, asset.Asset, feed));
            Do(new PostAssetPrice(
                _governor,
                feed,
                asset.Asset,
                Int256.FromUInt256(asset.Price.Raw),
                _world.Clock.Seconds));
        }

        Restake(issuer);
        ulong bps = 10_000UL / (ulong)Math.Max(1, issuer.Operators.Count);
        foreach (BookOperator one in issuer.Operators)
        {
            Do(new SetRenzoOperator(_governor, one.Cohort, one.Address, IsOnEigenLayer: true));
            Do(new AddRenzoDelegator(_governor, one.Cohort, bps));
        }

        foreach (BookIssuerAsset asset in issuer.Assets)
        {
            Give(asset.Asset, contracts.WithdrawQueue, asset.Buffer);
        }

        Do(new SetRenzoBufferTargets(
            _governor,
            [.. issuer.Assets.Select(static one => new RenzoBufferTarget(one.Asset, one.Target))]));
        Do(new SetRenzoQueuePaused(_governor, IsPaused: false));
        MintTo(issuer);
        foreach (BookRequest request in issuer.Requests)
        {
            Do(new RequestRenzoWithdrawal(request.Holder.Account, request.Asset.Asset, request.Amount));
        }
    }

    private void AddKelp(BookIssuer issuer)
    {
        KelpContracts contracts = new(
            Named("Kelp config"),
            issuer.Token,
            Named("Kelp oracle"),
            Named("Kelp deposit pool"),
            Named("Kelp withdrawal manager"),
            Named("Kelp unstaking vault"),
            Named("Kelp treasury"));
        Do(new DeployKelp(_governor, contracts, _governor));
        Do(new GrantKelpRoles(
            _governor,
            _governor,
            KelpRoles.Admin | KelpRoles.Manager | KelpRoles.Operator | KelpRoles.Pauser));
        foreach (BookIssuerAsset asset in issuer.Assets)
        {
            Address feed = Named($"Kelp feed of {asset.AssetSymbol}");
            Do(new SupportKelpAsset(_governor, asset.Asset, UInt256.MaxValue >> 128));
            Do(new PostAssetPrice(
                _governor,
                feed,
                asset.Asset,
                Int256.FromUInt256(asset.Price.Raw),
                _world.Clock.Seconds));
            Do(new SetKelpPriceOracle(_governor, asset.Asset, feed, IsValidated: false));
            if (asset.Asset != Ledger.Ether)
            {
                Do(new SetKelpStrategy(_governor, asset.Asset, asset.Strategy));
            }

            Give(asset.Asset, contracts.UnstakingVault, asset.Buffer);
        }

        Do(new AddKelpNodeDelegators(_governor, [.. issuer.Operators.Select(static one => one.Cohort)]));
        Do(new SetKelpWithdrawalDelay(
            _governor, issuer.Terms.WaitDays * DaySeconds / Spec.SecondsPerSlot));
        Restake(issuer);
        MintTo(issuer);

        // The first update takes no fee, since there was no price for it to rise from.
        Do(new UpdateKelpPrice(_governor));
        Do(new SetKelpProtocolFee(_governor, (ulong)issuer.Terms.FeeBps));
        Do(new SetKelpPriceLimit(_governor, issuer.Terms.LimitPercent));
        foreach (BookRequest request in issuer.Requests)
        {
            Do(new RequestKelpWithdrawal(
                request.Holder.Account, request.Asset.Asset, request.Amount, ""));
        }
    }
}
