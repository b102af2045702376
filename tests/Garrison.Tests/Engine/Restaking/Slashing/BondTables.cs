using Garrison.Tests.Engine.Restaking.EigenLayer;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>Withdrawals that wait for the slowest bond.</summary>
public sealed class BondTables
{
    // Blocks are of 12 seconds: 10 of them after the long bond ended, 600 − 120 seconds of it are left.
    [Fact]
    public void The_longest_bond_holds_the_rest() => Script.Play("""
        delay alice                                        = 0
        bond alice avs                                     NoUnbondingPeriod
        unbonding avs 120                                  ok
        unbonding other 600                                ok
        bond alice avs                                     ok
        bond alice avs                                     AlreadyBonded
        delay alice                                        = 120
        bond alice other                                   ok
        delay alice                                        = 600
        unbond alice third                                 NotBonded
        unbond alice other                                 ok
        bonds alice                                        = 1
        delay alice                                        = 600
        bond alice other                                   StillUnbonding
        pass 10                                            ok
        delay alice                                        = 480
        unbond alice avs                                   ok
        delay alice                                        = 480
        pass 40                                            ok
        delay alice                                        = 0
        bond alice other                                   ok
        """);

    [Fact]
    public void A_bond_keeps_the_time_it_began_with() => Script.Play("""
        unbonding avs 600                                  ok
        bond alice avs                                     ok
        unbonding avs 120                                  ok
        bond bob avs                                       ok
        delay alice                                        = 600
        delay bob                                          = 120
        unbond alice avs                                   ok
        delay alice                                        = 600
        """);
}
