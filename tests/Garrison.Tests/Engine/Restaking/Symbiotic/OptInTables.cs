namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Registries, middleware and opt-ins: every refusal, in the contract's order.</summary>
public sealed class OptInTables
{
    [Fact]
    public void Registries() => SymbioticScript.Play("""
        operator op                                OperatorAlreadyRegistered
        network op                                 ok
        network net                                NetworkAlreadyRegistered
        middleware alice nobody                    NotNetwork
        middleware op nobody                       AlreadySet
        middleware op mid                          ok
        middleware op mid                          AlreadySet
        middleware op nobody                       ok
        """);

    [Fact]
    public void Operators_come_and_go() => SymbioticScript.Play("""
        optIn vault alice V                        NotWho
        optIn vault op V                           NotWhereEntity
        optIn vault op net                         NotWhereEntity
        optIn network op alice                     NotWhereEntity
        optOut vault op V                          NotOptedIn
        vault V network none                       ok
        optIn network op V                         NotWhereEntity
        optIn vault op V                           ok
        optIn vault op V                           AlreadyOptedIn
        optOut vault rival V                       NotOptedIn
        optOut vault op V                          OptOutCooldown
        pass 1                                     ok
        optOut vault op V                          ok
        optOut vault op V                          NotOptedIn
        servers vault V                            = 0
        optIn vault op V                           ok
        serves op V                                = 1
        servers vault V                            = 1
        optOut vault op V                          OptOutCooldown
        optIn vault rival V                        ok
        servers vault V                            = 2
        """);

    // A signature counts at its last second, once, for one of the two services; the operator can void it.
    [Fact]
    public void Signatures() => SymbioticScript.Play("""
        vault V network none                       ok
        optIn vault op V alice 9 @281474976710656  EmptyRevert
        optIn vault op V alice 9 @1699999999       ExpiredSignature
        optIn vault op V alice 0 0                 InvalidSignature
        optIn vault op V op 1 0                    InvalidSignature
        optIn vault alice V alice 0 0              NotWho
        optIn vault op V op 0 0                    ok
        serves anyone V                            = 0
        serves op V                                = 1
        nonce vault op V                           = 1
        optIn vault op V op 0 0                    InvalidSignature
        optIn vault op V op 1 0                    AlreadyOptedIn
        optOut vault op V op 1 @1699999999         ExpiredSignature
        optOut vault op V op 1 @281474976710656    EmptyRevert
        optOut vault op V op 1 0                   OptOutCooldown
        skip vault op V                            ok
        pass 1                                     ok
        optOut vault op V op 1 100                 InvalidSignature
        optOut vault op V op 2 0                   ExpiredSignature
        optOut vault op V op 2 1                   ok
        optOut vault op V op 2 1                   InvalidSignature
        optIn network op net op 0 1                ok
        nonce vault op V                           = 3
        """);
}
