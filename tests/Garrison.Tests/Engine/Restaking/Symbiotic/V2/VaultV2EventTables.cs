using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>What is logged, in which order.</summary>
public sealed class VaultV2EventTables
{
    private const string Staked = """
        add cur V A                         ok
        limits cur V A 1e40 1e18            ok
        route cur V A                       ok
        deposit alice V 1000                ok
        """;

    // The vault accrues for the deposit, and again before it hands assets on.
    [Fact]
    public void A_deposit() => Logs(
        VaultV2Script.Play(Staked),
        "deposit bob V 10",
        "UpdateProtocolFee AccrueInterest Transfer Transfer Deposit",
        "Deallocate",
        "UpdateProtocolFee AccrueInterest Transfer Pull Allocate");

    // What is free is asked for first, then what is lacking; there is neither.
    [Fact]
    public void A_request_that_has_to_wait() => Logs(
        VaultV2Script.Play(Staked),
        "request alice V 400",
        "Transfer Transfer RequestWithdraw",
        "Deallocate",
        "Deallocate",
        "RequestDeallocate");

    // The free assets come home, pay who waits, and the request is taken back.
    [Fact]
    public void A_fill_and_a_claim()
    {
        VaultV2Script script = VaultV2Script.Play($"""
            {Staked}
            request alice V 400                 ok
            pass 100                            ok
            """);
        Logs(
            script,
            "sweep V",
            "Transfer Push Deallocate",
            "UpdateProtocolFee AccrueInterest Transfer Transfer Withdraw Fill",
            "RequestDeallocate");
        Logs(script, "claim V 0", "Transfer Claim");
    }

    [Fact]
    public void A_slash_and_a_release()
    {
        VaultV2Script script = VaultV2Script.Play(Staked);
        Logs(script, "slash mid A 10", "DecreaseLimits Transfer Slash");
        Logs(script, "release net A 10", "DecreaseLimits Release");
    }

    // The swap takes assets through the delegator, then tokens go one way and assets the other.
    [Fact]
    public void A_swap() => Logs(
        VaultV2Script.Play("""
            add cur V L                         ok
            limits cur V L 1e40 1e18            ok
            token cur L tI                      ok
            tokenLimit cur L tI 2000            ok
            price L tI 1e18                     ok
            deposit alice V 1000                ok
            pay issuer L 10 tI                  ok
            """),
        "exchange cur L tI 10 10",
        "Deallocate",
        "UpdateProtocolFee AccrueInterest Transfer Pull Allocate",
        "Transfer Transfer DoSwap");

    private static void Logs(VaultV2Script script, string line, params string[] expected)
    {
        Accepted accepted = Assert.IsType<Accepted>(script.Execute(line));
        Assert.Equal(string.Join(' ', expected), string.Join(' ', accepted.Events.Select(NameOf)));
    }

    private static string NameOf(Event fact)
    {
        using JsonDocument json = JsonDocument.Parse(EngineJson.Write(fact));
        return json.RootElement.GetProperty("type").GetString()!.Split('.')[^1];
    }
}
