namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>Delegators: adapters, limits, routes, and every way to move assets.</summary>
public sealed class DelegatorTables
{
    private const string NoAdapter = "there_is_no_adapter_of_this_kind_at_this_address";

    private const string Two = """
        add cur V A                         ok
        add cur V Y                         ok
        limits cur V A 300 1e18             ok
        limits cur V Y 1e40 0.5e18          ok
        """;

    [Fact]
    public void Adapters_come_and_go() => VaultV2Script.Play($"""
        admit X A yes                       there_is_no_vault_of_version_2_at_this_address
        admit W A yes                       {NoAdapter}
        add alice V X                       AccessControlUnauthorizedAccount
        add cur V X                         InvalidAdapter
        add cur V A                         ok
        add cur V A                         AlreadyAdded
        admit V A no                        ok
        add cur V A                         InvalidAdapter
        add cur V B                         ok
        index B                             = 2
        route cur V A B                     ok
        limits cur V A 100 1e18             ok
        deposit alice V 100                 ok
        remove alice V A                    AccessControlUnauthorizedAccount
        remove cur V Y                      InvalidAdapter
        remove cur V A                      AdapterHasAssets
        release net A 100                   ok
        sweep V                             ok
        remove cur V A                      ok
        absolute A                          = 0
        add cur V A                         InvalidAdapter
        admit V A yes                       ok
        add cur V A                         ok
        index A                             = 1
        """);

    [Fact]
    public void There_are_at_most_20() => VaultV2Script.Play(
        string.Concat(Enumerable.Range(0, 21).Select(static i => $"""
            lane lane{i} V cur              ok
            admit V lane{i} yes             ok
            add cur V lane{i}               {(i < 20 ? "ok" : "TooManyAdapters")}

            """)));

    [Fact]
    public void Limits() => VaultV2Script.Play($"""
        limits alice V A 1 1e19             AccessControlUnauthorizedAccount
        limits cur V A 1 1e19               InvalidAdapter
        {Two}
        limits cur V A 1 1000000000000000001   InvalidShareLimit
        route cur V A Y                     ok
        deposit alice V 1001                ok
        holds A                             = 300
        limit V Y                           = 500
        holds Y                             = 500
        free V                              = 201
        """);

    [Fact]
    public void Routes() => VaultV2Script.Play($"""
        {Two}
        route alice V A A                   AccessControlUnauthorizedAccount
        route cur V A A                     InvalidAdapter
        route cur V A B                     InvalidAdapter
        route cur V Y A                     ok
        deposit alice V 400                 ok
        holds Y                             = 200
        holds A                             = 200
        route cur V                         ok
        deposit alice V 100                 ok
        free V                              = 100
        """);

    // Assets are called back in the order of the adapters, not of the route.
    [Fact]
    public void Orders() => VaultV2Script.Play("""
        add cur V Y                         ok
        yield Z V market2                   ok
        admit V Z yes                       ok
        add cur V Z                         ok
        limits cur V Y 100 1e18             ok
        limits cur V Z 100 1e18             ok
        route cur V Z Y                     ok
        deposit alice V 200                 ok
        withdraw alice V 10                 ok
        holds Y                             = 90
        swap alice V Y Z                    AccessControlUnauthorizedAccount
        swap cur V Y A                      Panic(0x32)
        swap cur V Y Z                      ok
        withdraw alice V 10                 ok
        holds Z                             = 90
        """);

    [Fact]
    public void Refusals_of_moves() => VaultV2Script.Play($"""
        allocate alice V X 1                AccessControlUnauthorizedAccount
        allocate cur V X 1                  {NoAdapter}
        allocateAll alice V 1               AccessControlUnauthorizedAccount
        allocateExact alice V X 1           AccessControlUnauthorizedAccount
        allocateExact cur V X 1             {NoAdapter}
        deallocate alice V X 1              AccessControlUnauthorizedAccount
        deallocate cur V X 1                {NoAdapter}
        deallocateAll alice V 1             AccessControlUnauthorizedAccount
        deallocateExact alice V 1           AccessControlUnauthorizedAccount
        force alice V X 1                   AccessControlUnauthorizedAccount
        force cur V A 1                     InvalidAdapter
        deposit alice V 10                  ok
        allocate cur V A 10                 ok
        holds A                             = 0
        """);

    [Fact]
    public void Moves() => VaultV2Script.Play($"""
        {Two}
        deposit alice V 1000                ok
        allocate cur V A 50                 ok
        holds A                             = 50
        allocateAll cur V 50                ok
        holds A                             = 50
        route cur V A Y                     ok
        allocateAll cur V 350               ok
        holds A                             = 300
        holds Y                             = 100
        deallocate cur V Y 30               ok
        holds Y                             = 70
        deallocateAll cur V 30              ok
        holds Y                             = 40
        deallocateExact cur V 30            ok
        holds Y                             = 10
        """);

    // 100 are free. 250 for A take 150 back from Y; 500 are not to be had without A's stake, and A gets
    // nothing.
    [Fact]
    public void An_exact_allocation_calls_others_back() => VaultV2Script.Play("""
        add cur V A                         ok
        add cur V Y                         ok
        limits cur V A 1e40 1e18            ok
        limits cur V Y 1e40 1e18            ok
        deposit alice V 500                 ok
        allocate cur V Y 400                ok
        allocateExact cur V A 250           ok
        holds A                             = 250
        holds Y                             = 250
        free V                              = 0
        lent Y 100                          ok
        allocateExact cur V A 200           ok
        holds A                             = 250
        free V                              = 150
        """);

    // What cannot come at once is a debt; the limit follows at once, and 300 stay away afterwards.
    [Fact]
    public void A_forced_deallocation_lowers_the_limit() => VaultV2Script.Play("""
        add cur V A                         ok
        limits cur V A 1e40 1e18            ok
        route cur V A                       ok
        deposit alice V 1000                ok
        force cur V A 300                   ok
        absolute A                          = 700
        slashable A                         = 1000
        pass 100                            ok
        slashable A                         = 700
        deposit bob V 10                    ok
        holds A                             = 700
        free V                              = 310
        force cur V A 5000                  ok
        absolute A                          = 0
        """);
}
