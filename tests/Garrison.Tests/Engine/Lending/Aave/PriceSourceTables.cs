using Garrison.Engine.Oracle;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>Where the pool's prices are from.</summary>
public sealed class PriceSourceTables
{
    // 1 tA at 3,000 dollars and 83 % carries 2,490 dollars of debt: 2,000 are 1.245 of it. At 2,400 they are
    // 0.996.
    [Fact]
    public void A_feed_moves_health_and_liquidations()
    {
        AaveScript script = AaveScript.Play("""
            supply bob tB 10000e6                      ok
            supply alice tA 1e18                       ok
            borrow alice tB 2000e6                     ok
            """);
        _ = script.Execute(new CreatePostedFeed(default, Of("feed"), Of("rep"), 8, Number("3000e8"), 0, 0));
        script.PlayLines("""
            source bob tA feed                         CallerNotAssetListingOrPoolAdmin
            source admin tA missing                    NoSuchFeed
            source admin tA feed                       ok
            price tA 1e8                               ok
            health alice                               = 1245000000000000000
            """);
        _ = script.Execute(new PostFeedAnswer(Of("rep"), Of("feed"), Number("2400e8")));
        script.PlayLines("""
            health alice                               = 996000000000000000
            liquidate liq tA tB alice 100e6            ok
            """);
    }

    // Without a valid answer what was posted counts, as the contract asks its fallback oracle.
    [Fact]
    public void A_feed_without_an_answer_leaves_what_was_posted()
    {
        AaveScript script = AaveScript.Play("""
            supply bob tB 10000e6                      ok
            supply alice tA 1e18                       ok
            borrow alice tB 2000e6                     ok
            """);
        _ = script.Execute(new CreateRateFeed(default, Of("feed"), Of("rep"), 8, Number("0")));
        _ = script.Execute(new CreateRateFeed(default, Of("coarse"), Of("rep"), 7, Number("3000e7")));
        script.PlayLines("""
            source admin tA coarse                     DecimalsDiffer
            source admin tA feed                       ok
            health alice                               = 1245000000000000000
            source admin tA nobody                     ok
            health alice                               = 1245000000000000000
            """);
    }
}
