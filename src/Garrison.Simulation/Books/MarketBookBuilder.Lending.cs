using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <content>Lenders and borrowers.</content>
internal sealed partial class MarketBookBuilder
{
    private static readonly UInt256 _morphoPriceScale = Wad.Scale * Wad.Scale;
    private static readonly UInt256 _useTolerance = 1_000_000_000_000UL;

    private void AddMorpho(MorphoContracts contracts)
    {
        Do(new DeployMorpho(_governor, contracts.Contract, _governor));
        Do(new DeployMorphoIrm(_governor, contracts.Irm));
        Do(new EnableMorphoIrm(_governor, contracts.Irm));
        foreach (UInt256 lltv in contracts.Lltvs)
        {
            Do(new EnableMorphoLltv(_governor, lltv));
        }

        foreach (MorphoBookMarket market in _book.Markets.OfType<MorphoBookMarket>())
        {
            (MarketToken collateral, MarketToken loan) = (Token(market.Collateral), Token(market.Loan));
            Address oracle = market.Parameters.Oracle;
            if (!_world.Oracle.Feed(oracle).Exists)
            {
                Do(new CreateScaledFeed(
                    _governor, oracle, Feed(market.Feed), (byte)loan.Decimals, (byte)collateral.Decimals));
            }

            Do(new CreateMorphoMarket(_governor, market.Parameters));
            foreach (MarketLender lender in market.Lenders)
            {
                Fund(loan, lender.Account, lender.Amount, lender.Name);
                Do(new SupplyToMorpho(
                    lender.Account, market.Id, lender.Amount, UInt256.Zero, lender.Account));
            }
        }
    }

    private void AddAave(AaveBookMarket market)
    {
        _names[market.Address] = market.Name;
        Do(new DeployAave(_governor, market.Address, new AavePool(
            market.Admin,
            BookReader.AssumedAddress($"{market.Name}/configurator"),
            BookReader.AssumedAddress($"{market.Name}/rateStrategy"),
            BookReader.AssumedAddress($"{market.Name}/treasury"),
            BookReader.AssumedAddress($"{market.Name}/umbrella"))));
        foreach (AaveBookReserve reserve in market.Reserves)
        {
            AddReserve(market, reserve);
        }

        foreach (AaveBookCategory category in market.Categories)
        {
            AddCategory(market, category);
        }

        if (market.FlashPremiumBps is { } premiumBps)
        {
            Do(new SetAaveFlashPremium(market.Admin, market.Address, premiumBps));
        }

        foreach (AaveBookReserve reserve in market.Reserves)
        {
            MarketToken token = Token(reserve.Token);
            foreach (MarketLender lender in reserve.Lenders)
            {
                Fund(token, lender.Account, lender.Amount, lender.Name);
                Do(new SupplyToAave(
                    lender.Account, market.Address, token.Address, lender.Amount, lender.Account));
            }
        }
    }

    private void AddReserve(AaveBookMarket market, AaveBookReserve reserve)
    {
        MarketToken token = Token(reserve.Token);
        (Address pool, Address admin, Address asset) = (market.Address, market.Admin, token.Address);
        Do(new ListAaveReserve(
            admin,
            pool,
            asset,
            BookReader.AssumedAddress($"{market.Name}/a{token.Symbol}"),
            BookReader.AssumedAddress($"{market.Name}/debt{token.Symbol}"),
            (byte)token.Decimals,
            reserve.Curve ?? new AaveCurve(9_000, 0, 0, 0)));
        CollateralTerms terms = reserve.Terms;
        if (terms.ThresholdBps != 0)
        {
            Do(new ConfigureAaveCollateral(
                admin, pool, asset, terms.LtvBps, terms.ThresholdBps, terms.BonusBps));
        }

        if (reserve.Curve is not null)
        {
            Do(new SwitchAaveReserve(admin, pool, asset, AaveSwitch.Borrowing, IsOn: true));
            Do(new SwitchAaveReserve(
                admin, pool, asset, AaveSwitch.FlashLoans, IsOn: market.FlashPremiumBps is not null));
        }

        Do(new SetAaveReserveFactor(admin, pool, asset, reserve.ReserveFactorBps));
        Do(new SetAaveLiquidationFee(admin, pool, asset, reserve.LiquidationFeeBps));
        Do(new SetAaveSupplyCap(admin, pool, asset, reserve.Caps.Supply));
        Do(new SetAaveBorrowCap(admin, pool, asset, reserve.Caps.Borrow));
        Do(new SetAavePriceSource(admin, pool, asset, Feed(reserve.Feed)));
    }

    private void AddCategory(AaveBookMarket market, AaveBookCategory category)
    {
        Do(new SetAaveCategory(
            market.Admin,
            market.Address,
            category.Number,
            category.Terms.LtvBps,
            category.Terms.ThresholdBps,
            category.Terms.BonusBps,
            category.Label,
            IsIsolated: false));
        foreach ((string symbol, AaveCategoryRole role) in category.Collateral
            .Select(static symbol => (symbol, AaveCategoryRole.Collateral))
            .Concat(category.Borrowable.Select(static symbol => (symbol, AaveCategoryRole.Borrowable))))
        {
            Do(new SetAaveAssetInCategory(
                market.Admin, market.Address, Token(symbol).Address, category.Number, role, IsIn: true));
        }
    }

    // What does not divide is owed by the first.
    private void AddCohort(MarketCohort cohort)
    {
        UInt256 each = cohort.Debt.DivDown((ulong)cohort.Count);
        UInt256 first = cohort.Debt - (each * (ulong)(cohort.Count - 1));
        LendingMarket market = _book.Markets.First(one => one.Name == cohort.Market);
        foreach ((int index, Address account) in cohort.Accounts.Index())
        {
            _names[account] = cohort.Count == 1 ? cohort.Name : $"{cohort.Name} {index + 1}";
            UInt256 debt = index == 0 ? first : each;
            if (market is MorphoBookMarket morpho)
            {
                Borrow(morpho, cohort, account, debt);
            }
            else if (market is AaveBookMarket aave)
            {
                Borrow(aave, cohort, account, debt);
            }
        }
    }

    // As much collateral as the debt needs at the loan-to-value, up, so that it is not above that.
    private void Borrow(MorphoBookMarket market, MarketCohort cohort, Address account, UInt256 debt)
    {
        MarketToken token = Token(market.Collateral);
        UInt256 price = _world.Oracle.Price(market.Parameters.Oracle, _world.Clock.Seconds).Price;
        UInt256 collateral = UInt256.MulDivUp(cohort.Ltv.DivUp(debt), _morphoPriceScale, price);
        Fund(token, account, collateral, _names[account]);
        Do(new SupplyMorphoCollateral(account, market.Id, collateral, account));
        Do(new BorrowFromMorpho(account, market.Id, debt, UInt256.Zero, account, account));
    }

    private void Borrow(AaveBookMarket market, MarketCohort cohort, Address account, UInt256 debt)
    {
        (MarketToken token, MarketToken loan) = (Token(cohort.Collateral), Token(cohort.Loan));
        UInt256 worth = cohort.Ltv.DivUp(
            UInt256.MulDivUp(debt, PriceIn(market, loan), PowerOfTen(loan.Decimals)));
        UInt256 collateral = UInt256.MulDivUp(worth, PowerOfTen(token.Decimals), PriceIn(market, token));
        Fund(token, account, collateral, _names[account]);
        if (cohort.Category != 0) Do(new SetAaveUserEMode(account, market.Address, cohort.Category));

        Do(new SupplyToAave(account, market.Address, token.Address, collateral, account));
        Do(new BorrowFromAave(account, market.Address, loan.Address, debt, account));
    }

    // What a book says of the use of a market is a number of its source; the loans have to come to it.
    private void CheckUse()
    {
        foreach (MorphoBookMarket market in _book.Markets.OfType<MorphoBookMarket>())
        {
            CheckUse(market.Name, market.Used, new Wad(_world.Morpho.Rates(market.Id).Utilization));
        }

        foreach (AaveBookMarket market in _book.Markets.OfType<AaveBookMarket>())
        {
            foreach (AaveBookReserve reserve in market.Reserves)
            {
                Ray use = _world.Aave.Reserves.Utilisation(market.Address, Token(reserve.Token).Address);
                CheckUse(
                    $"{market.Name} {reserve.Token}",
                    reserve.Used,
                    Wad.RatioDown(use.Raw, Ray.Scale));
            }
        }
    }

    private void CheckUse(string name, Wad? wanted, Wad found)
    {
        if (wanted is { } part && part.Raw.AbsoluteDifference(found.Raw) > _useTolerance)
        {
            throw new BookException(
                $"{_book.Name}: {name}: {part.Raw} of 10¹⁸ should be lent out, and the loans come to "
                    + $"{found.Raw}");
        }
    }

    private UInt256 PriceIn(AaveBookMarket market, MarketToken token) =>
        _world.Aave.Prices.Of(market.Address, token.Address);
}
