namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>Where the scripts of the slash pipeline begin.</summary>
internal static class Markets
{
    /// <summary>Set avs/1 can slash all of the 1,000e18 shares that op has in A.</summary>
    public const string One = """
        deposit alice A 1000e18                            ok
        delegate alice op                                  ok
        join op op avs/1                                   ok
        allocate op op avs/1 A 1e18                        ok
        pass 5                                             ok
        """;

    /// <summary>And all of the 500e18 in B.</summary>
    public const string Two = $"""
        {One}
        deposit alice B 500e18                             ok
        allocate op op avs/1 B 1e18                        ok
        pass 5                                             ok
        """;
}
