using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Keys and the directory of services: every refusal, in the contract's order.</summary>
public sealed class RegistryTables
{
    private const string Begin = """
        keys                                       ok
        curve avs avs/1 Ecdsa                      ok
        curve avs avs/2 Bn254                      ok
        """;

    [Fact]
    public void Curves() => Script.Play("""
        keys                                       ok
        keys                                       AlreadyDeployed
        curve alice avs/9 None                     InvalidPermissions
        curve avs avs/9 None                       InvalidCurveType
        curve avs avs/9 Ecdsa                      ok
        curve avs avs/9 None                       InvalidCurveType
        curve avs avs/9 Bn254                      ConfigurationAlreadySet
        appoint avs avs alice kr configureOperatorSet((address,uint32),uint8) ok
        curve alice avs/8 Bn254                    ok
        """);

    [Fact]
    public void Keys_on_secp256k1() => Script.Play($"""
        {Begin}
        key alice op avs/9 nobody short unsigned   InvalidPermissions
        key op op avs/9 nobody short unsigned      OperatorSetNotConfigured
        key op op avs/1 nobody short unsigned      InvalidKeyFormat
        key op op avs/1 nobody unsigned            ZeroPubkey
        key op op avs/1 red unsigned               InvalidSignature
        key op op avs/1 red                        ok
        key op op avs/1 nobody short unsigned      OperatorAlreadyRegistered
        key rival rival avs/1 red unsigned         KeyAlreadyRegistered
        key rival rival avs/1 blue                 ok
        """);

    [Fact]
    public void Keys_on_bn254() => Script.Play($"""
        {Begin}
        pair alice op avs/9 nobody short cut       InvalidPermissions
        pair op op avs/9 nobody short cut          OperatorSetNotConfigured
        pair op op avs/2 nobody short cut          InvalidKeyFormat
        pair op op avs/2 nobody cut unsigned       InvalidSignature
        pair op op avs/2 nobody unsigned           ZeroPubkey
        pair op op avs/2 red unsigned              InvalidSignature
        pair op op avs/2 red                       ok
        pair op op avs/2 nobody short cut          OperatorAlreadyRegistered
        pair rival rival avs/2 red unsigned        InvalidSignature
        pair rival rival avs/2 red elsewhere       KeyAlreadyRegistered
        pair rival rival avs/2 blue                ok
        """);

    [Fact]
    public void A_key_is_given_up_when_nothing_can_be_slashed_and_never_used_again() => Script.Play($"""
        {Begin}
        join op op avs/1                           ok
        unkey alice op avs/1                       InvalidPermissions
        unkey op op avs/1                          OperatorStillSlashable
        unkey op op avs/9                          OperatorSetNotConfigured
        unkey op op avs/2                          KeyNotFound
        key op op avs/1 red                        ok
        leave op op avs/1                          ok
        pass 30                                    ok
        unkey op op avs/1                          OperatorStillSlashable
        hasKey avs/1 op                            = 1
        pass 1                                     ok
        unkey op op avs/1                          ok
        hasKey avs/1 op                            = 0
        unkey op op avs/1                          KeyNotFound
        key op op avs/1 red                        KeyAlreadyRegistered
        key op op avs/1 blue                       ok
        """);

    [Fact]
    public void Neither_an_operator_nor_a_set_has_to_exist() => Script.Play("""
        keys                                       ok
        curve alice alice/7 Ecdsa                  ok
        key bob bob alice/7 red                    ok
        """);

    [Fact]
    public void A_key_is_known_by_its_hash()
    {
        KeyRegistrar keys = Script.Play($"""
            {Begin}
            key op op avs/1 red                    ok
            pair op op avs/2 red                   ok
            pair rival rival avs/2 blue            ok
            unkey rival rival avs/2                ok
            """).World.EigenLayer.Keys;
        Hash32 address = Keccak.Hash(RegistryVerbs.Ecdsa("red"));
        Hash32 point = Keccak.Hash(RegistryVerbs.Bn254("red").AsSpan(0, 64));
        Hash32 past = Keccak.Hash(RegistryVerbs.Bn254("blue").AsSpan(0, 64));
        Assert.Equal(Of("red"), keys.EcdsaKeyOf(Set("avs/1"), Of("op")));
        Assert.Equal(address, keys.KeyHashOf(Set("avs/1"), Of("op")));
        Assert.Equal(point, keys.KeyHashOf(Set("avs/2"), Of("op")));
        Assert.Equal(Hash32.Zero, keys.KeyHashOf(Set("avs/2"), Of("rival")));
        Assert.True(keys.IsUsed(address) && keys.IsUsed(point) && keys.IsUsed(past));
        Assert.Equal((Of("op"), true), keys.OperatorOf(Set("avs/2"), point));
        Assert.Equal((Of("rival"), false), keys.OperatorOf(Set("avs/2"), past));
    }

    [Fact]
    public void Services_from_before_there_were_sets() => Script.Play("""
        directory                                  ok
        directory                                  AlreadyDeployed
        pause pauser ad 1                          ok
        hire avs alice bob salt 1                  CurrentlyPaused
        fire avs alice                             CurrentlyPaused
        cancel alice salt                          ok
        directoryUri avs                           ok
        unpause unpauser ad 0                      ok
        hire avs alice bob salt 1                  SaltSpent
        hire avs alice bob pepper 1                OperatorNotRegisteredToEigenLayer
        hire avs op bob pepper 1699999999          SignatureExpired
        hire avs op bob pepper 1700000000          InvalidSignature
        hire avs op op pepper 1700000000           ok
        hired avs op                               = 1
        hire avs op bob pepper 1                   OperatorAlreadyRegisteredToAVS
        hire alice op op pepper 1700000000         SaltSpent
        hire alice op op salt 1700000000           ok
        fire avs rival                             OperatorNotRegisteredToAVS
        fire avs op                                ok
        hired avs op                               = 0
        hired alice op                             = 1
        fire avs op                                OperatorNotRegisteredToAVS
        hire avs op op pepper 1700000000           SaltSpent
        hire avs op op paprika 1700000000          ok
        """);
}
