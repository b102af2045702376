namespace Garrison.Engine.Oracle;

/// <summary>The refusals of the feeds. Those of a cap are named as Aave's contract names its
/// errors.</summary>
internal static class OracleRefusals
{
    public static readonly Refusal FeedAlreadyExists = new("FeedAlreadyExists");
    public static readonly Refusal NoSuchFeed = new("NoSuchFeed");
    public static readonly Refusal NotReporter = new("NotReporter");
    public static readonly Refusal UpdateNotDue = new("UpdateNotDue");
    public static readonly Refusal DecimalsDiffer = new("DecimalsDiffer");
    public static readonly Refusal TooManyFeeds = new("TooManyFeeds");
    public static readonly Refusal WrongRatioDecimals = new("WrongRatioDecimals");
    public static readonly Refusal CallerIsNotRiskOrPoolAdmin = new("CallerIsNotRiskOrPoolAdmin");
    public static readonly Refusal SnapshotRatioIsZero = new("SnapshotRatioIsZero");
    public static readonly Refusal InvalidRatioTimestamp = new("InvalidRatioTimestamp");
}
