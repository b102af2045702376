namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Splits of three kinds: every refusal in the contract's order, and when they count.</summary>
public sealed class SplitTables
{
    [Theory]
    [InlineData("split", "avs", 64)]
    [InlineData("splitPI", "", 128)]
    [InlineData("splitSet", "avs/1", 256)]
    public void A_split_waits_for_its_time(string split, string of, int mask) => Script.Play($"""
        rewards 500 1000                                 ok
        pause pauser rc {mask}                           ok
        {split} mallory op {of} 10001                    CurrentlyPaused
        unpause unpauser rc 0                            ok
        pause pauser rc {4095 - mask}                    ok
        {split} mallory op {of} 10001                    InvalidPermissions
        {split} alice alice {of} 5                       ok
        activation owner 4294967295                      ok
        {split} op op {of} 10001                         Panic(0x11)
        activation owner 500                             ok
        {split} op op {of} 10001                         SplitExceedsMax
        {split} op op {of} 10000                         ok
        {split} op op {of} 10001                         SplitExceedsMax
        {split} op op {of} 0                             PreviousSplitPending
        {split} op {of}                                  = 1000
        defaultSplit owner 7                             ok
        {split} op {of}                                  = 7
        wait 499                                         ok
        {split} op {of}                                  = 7
        {split} op op {of} 0                             PreviousSplitPending
        wait 1                                           ok
        {split} op {of}                                  = 10000
        {split} op op {of} 0                             PreviousSplitPending
        wait 1                                           ok
        {split} op op {of} 0                             ok
        {split} op {of}                                  = 10000
        wait 500                                         ok
        {split} op {of}                                  = 0
        {split} rival {of}                               = 7
        """);

    [Theory]
    [InlineData("split", "avs")]
    [InlineData("splitPI", "")]
    [InlineData("splitSet", "avs/1")]
    public void Without_a_delay_a_split_counts_at_once(string split, string of) => Script.Play($"""
        rewards 0 1000                                   ok
        {split} op op {of} 1                             ok
        {split} op {of}                                  = 1
        {split} op op {of} 2                             PreviousSplitPending
        wait 1                                           ok
        activation owner 100                             ok
        {split} op op {of} 2                             ok
        {split} op {of}                                  = 1
        activation owner 0                               ok
        {split} op op {of} 3                             PreviousSplitPending
        wait 101                                         ok
        {split} op {of}                                  = 2
        {split} op op {of} 3                             ok
        {split} op {of}                                  = 3
        """);

    [Fact]
    public void A_set_must_exist() => Script.Play("""
        rewards 500 1000                                 ok
        activation owner 4294967295                      ok
        splitSet mallory op avs/9 10001                  InvalidPermissions
        splitSet op op avs/9 10001                       InvalidOperatorSet
        splitSet op avs/9                                = 1000
        """);

    [Fact]
    public void Splits_of_different_payers_stand_alone() => Script.Play("""
        rewards 0 1000                                   ok
        split op op avs 1                                ok
        splitSet op op avs/1 2                           ok
        splitPI op op 3                                  ok
        split op avs                                     = 1
        split op other                                   = 1000
        splitSet op avs/1                                = 2
        splitSet op avs/2                                = 1000
        splitPI op                                       = 3
        """);
}
