using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>The functions of the RewardsCoordinator that appointees may call.</summary>
internal static class RewardsSelectors
{
    private const string Submission = "((address,uint96)[],address,uint256,uint32,uint32)[]";
    private const string Directed =
        "((address,uint96)[],address,(address,uint256)[],uint32,uint32,string)[]";

    private const string Set = "(address,uint32)";

    public static readonly uint SetOptInForProtocolFee =
        Keccak.Selector("setOptInForProtocolFee(address,bool)");

    public static readonly uint SetOperatorAvsSplit =
        Keccak.Selector("setOperatorAVSSplit(address,address,uint16)");

    public static readonly uint SetOperatorPISplit = Keccak.Selector("setOperatorPISplit(address,uint16)");

    public static readonly uint SetOperatorSetSplit =
        Keccak.Selector($"setOperatorSetSplit(address,{Set},uint16)");

    public static readonly uint SetClaimerFor = Keccak.Selector("setClaimerFor(address,address)");

    public static readonly uint CreateOperatorDirectedAvs =
        Keccak.Selector($"createOperatorDirectedAVSRewardsSubmission(address,{Directed})");

    public static readonly uint CreateOperatorDirectedSet =
        Keccak.Selector($"createOperatorDirectedOperatorSetRewardsSubmission({Set},{Directed})");

    public static readonly uint CreateUniqueStake =
        Keccak.Selector($"createUniqueStakeRewardsSubmission({Set},{Submission})");

    public static readonly uint CreateTotalStake =
        Keccak.Selector($"createTotalStakeRewardsSubmission({Set},{Submission})");
}
