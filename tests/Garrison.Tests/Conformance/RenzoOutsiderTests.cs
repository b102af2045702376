using System.IO.Compression;

using Garrison.Conformance;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Conformance;

/// <summary>The player of Renzo knows every call of those who have no right to it.</summary>
public sealed class RenzoOutsiderTests
{
    private const string Recorded =
        "\"op\":\"startStETHRebalance\",\"from\":\"u2\",\"args\":{\"unauthorised\":true,"
        + "\"contract\":\"withdrawQueue\",\"args\":[\"1\"]},\"ok\":false,"
        + "\"err\":{\"selector\":\"0xc2952d6b\",\"name\":\"NotDepositWithdrawPauser\"}";

    [Theory]
    [InlineData("startStETHRebalance", "\"1\"", "NotDepositWithdrawPauser")]
    [InlineData("completeStETHRebalance", "\"1\"", "NotDepositWithdrawPauser")]
    [InlineData("unpause", "", "NotDepositWithdrawPauser")]
    [InlineData("pauseWithdrawQueue", "", "NotDepositWithdrawPauser")]
    [InlineData("unpauseWithdrawQueue", "", "NotDepositWithdrawPauser")]
    [InlineData("updateWithdrawBufferTarget", "[[\"stETH\",\"1\"]]", "NotWithdrawQueueAdmin")]
    [InlineData("setWhiteListed", "[\"u2\"],[\"true\"]", "NotWithdrawQueueAdmin")]
    [InlineData("updateCoolDownPeriod", "\"1\"", "NotWithdrawQueueAdmin")]
    [InlineData("stakeEthFromQueue", "\"od0\",\"0x\"", "NotNativeEthRestakeAdmin")]
    [InlineData("sweepERC20", "\"stETH\"", "NotERC20RewardsAdmin")]
    [InlineData("setTokenTvlLimit", "\"stETH\",\"1\"", "NotRestakeManagerAdmin")]
    [InlineData("setFeeConfig", "\"feeDest\",\"1\"", "NotRestakeManagerAdmin")]
    [InlineData("setOperatorDelegatorAllocation", "\"od0\",\"1\"", "NotRestakeManagerAdmin")]
    [InlineData("setAllowedBufferDrawdownBps", "\"1\"", "Ownable: caller is not the owner")]
    [InlineData("burn", "\"u2\",\"1\"", "NotEzETHMinterBurner")]
    public void Each_is_refused_as_recorded(string name, string arguments, string refusal)
    {
        StringWriter output = new();
        Assert.Equal(0, Play(name, arguments, refusal, output).Differences);
        Assert.Equal(1, Play(name, arguments, "Another", output).Differences);
    }

    private static Totals Play(string name, string arguments, string refusal, StringWriter output)
    {
        string called = Recorded
            .Replace("startStETHRebalance", name)
            .Replace("[\"1\"]", $"[{arguments}]")
            .Replace("NotDepositWithdrawPauser", refusal);
        string text = Read();
        Assert.Contains(Recorded, text);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");
        File.WriteAllText(path, text.Replace(Recorded, called));
        return Player.Play(path, output);
    }

    private static string Read()
    {
        string path = Path.Combine(
            Source.Root, "tests", "Garrison.Conformance", "Recordings", "renzo", "seq_0000.jsonl.gz");
        using FileStream file = File.OpenRead(path);
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped);
        return reader.ReadToEnd();
    }
}
