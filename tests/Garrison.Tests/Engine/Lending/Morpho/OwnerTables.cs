namespace Garrison.Tests.Engine.Lending.Morpho;

/// <summary>Who runs Morpho, who makes markets, and who acts for another: every refusal, in the contract's
/// order.</summary>
public sealed class OwnerTables
{
    [Fact]
    public void Nothing_is_there_before_it_is_deployed() => MorphoScript.PlayBare("""
        owner gov bob                              EmptyRevert
        enableIrm gov curve                        EmptyRevert
        enableLltv gov 0.8e18                      EmptyRevert
        fee gov M 1                                EmptyRevert
        feeTo gov fees                             EmptyRevert
        create alice M tL tC P nobody 0.8e18       EmptyRevert
        authorize alice bob on                     EmptyRevert
        sign carol alice bob on 0 0 alice          EmptyRevert
        flash alice tL 1                           EmptyRevert
        deploy morpho nobody                       zero_address
        deploy morpho gov                          ok
        deploy other gov                           AlreadyDeployed
        """);

    [Fact]
    public void The_owner_enables() => MorphoScript.PlayBare("""
        deploy morpho gov                          ok
        enableIrm alice nobody                     not_owner
        enableIrm gov nobody                       ok
        enableIrm gov nobody                       already_set
        enableLltv alice 1e18                      not_owner
        enableLltv gov 1e18                        max_LLTV_exceeded
        enableLltv gov 0                           ok
        enableLltv gov 0                           already_set
        enableLltv gov 0.999999999999999999e18     ok
        feeTo alice fees                           not_owner
        feeTo gov nobody                           already_set
        feeTo gov fees                             ok
        feeTo gov fees                             already_set
        owner alice bob                            not_owner
        owner gov gov                              already_set
        owner gov bob                              ok
        enableIrm gov curve                        not_owner
        enableIrm bob curve                        ok
        """);

    // Whether the rate model has code is asked last, when the market is first priced.
    [Fact]
    public void Markets_are_made() => MorphoScript.Play("""
        markets                                    = 2
        create alice Q tL tC P ghost 0.5e18        IRM_not_enabled
        create alice Q tL tC P curve 0.5e18        LLTV_not_enabled
        enableIrm gov ghost                        ok
        create alice M tL tC P nobody 0.86e18      market_already_created
        create alice Q tL tC P ghost 0.86e18       EmptyRevert
        curve ghost                                ok
        create alice Q tL tC P ghost 0.86e18       ok
        markets                                    = 3
        atTarget Q                                 = 1268391679
        atTarget M                                 = 0
        updated Q                                  = 0
        """);

    [Fact]
    public void Fees_are_set() => MorphoScript.Play("""
        fee alice X 1                              not_owner
        fee gov X 0                                market_not_created
        fee gov M 0                                already_set
        fee gov M 0.250000000000000001e18          max_fee_exceeded
        fee gov M 0.25e18                          ok
        fee gov M 0.25e18                          already_set
        fee M                                      = 0.25e18
        fee gov M 0                                ok
        fee M                                      = 0
        """);

    [Fact]
    public void Others_are_authorized() => MorphoScript.Play("""
        authorize alice bob off                    already_set
        manages alice bob                          = 0
        authorize alice bob on                     ok
        authorize alice bob on                     already_set
        manages alice bob                          = 1
        manages bob alice                          = 0
        authorize alice bob off                    ok
        manages alice bob                          = 0
        """);

    // A signature counts up to its deadline, once, and whatever it says again.
    [Fact]
    public void Others_are_authorized_by_signature() => MorphoScript.Play("""
        pass 100                                   ok
        sign carol alice bob on 1 99 carol         signature_expired
        sign carol alice bob on 1 100 carol        invalid_nonce
        sign carol alice bob on 0 100 carol        invalid_signature
        sign carol nobody bob on 0 100 nobody      invalid_signature
        sign carol alice bob on 0 100 alice        ok
        manages alice bob                          = 1
        nonce - alice                              = 1
        sign carol alice bob on 0 100 alice        invalid_nonce
        sign carol alice bob on 1 100 alice        ok
        sign carol alice bob off 2 100 alice       ok
        manages alice bob                          = 0
        nonce - alice                              = 3
        """);

    [Fact]
    public void Flash_loans() => MorphoScript.Play("""
        flash carol tL 0                           zero_assets
        flash carol tL 1                           transfer_reverted
        supply alice M 1000                        ok
        flash carol tL 1001                        transfer_reverted
        flash carol tL 1000                        ok
        mint tL dave 5                             ok
        flash dave tL 1000 send dave tL carol 6    transferFrom_reverted
        flash dave tL 1000 send dave tL carol 5    ok
        flash dave tL 1000 withdraw dave M 1       Panic(0x11)
        flash dave tL 1000 flash dave tL 1         transfer_reverted
        tokens tL morpho                           = 1000
        """);
}
