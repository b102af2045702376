using System.IO.Compression;
using System.Text.Json.Nodes;

using Garrison.Conformance;
using Garrison.Tests.Repository;

namespace Garrison.Tests.Conformance;

/// <summary>A file of the consensus specification's rows is played whole: what is wrong or not understood
/// is a difference that names its row and field.</summary>
public sealed class ConsensusVectorTests
{
    [Theory]
    [InlineData("base_reward 0: base_reward_32", "base_reward", 0, "base_reward_32")]
    [InlineData("sync_rewards 3: max_participant_rewards", "sync_rewards", 3, "max_participant_rewards")]
    [InlineData("slashing 2: validators_hit_at_that_epoch", "slashing", 2, "validators_hit_at_that_epoch")]
    [InlineData("inactivity_leak 0: end_balance_offline", "inactivity_leak", 0, "end_balance_offline")]
    [InlineData(
        "inactivity_leak 0: two_thirds_regained_epoch", "inactivity_leak", 0, "two_thirds_regained_epoch")]
    public void A_wrong_figure_is_named(string named, string table, int row, string field)
    {
        JsonObject document = Document();
        JsonNode node = document[table]![row]!;
        node[field] = node[field]!.GetValue<ulong>() - 1;
        (Totals totals, string output) = Play(document);
        Assert.True(totals.Differences > 0);
        Assert.Contains(named, output);
    }

    [Fact]
    public void A_wrong_payment_is_named()
    {
        JsonObject document = Document();
        document["withdrawals"]![0]!["blocks"]![0]!["withdrawals"]![0]!["amount"] = 124;
        (Totals totals, string output) = Play(document);
        Assert.Equal(1, totals.Differences);
        Assert.Contains("withdrawals 0 epoch 1000 withdrawal 0: amount", output);
    }

    [Fact]
    public void What_is_not_known_is_a_difference()
    {
        JsonObject document = Document();
        document["surprises"] = new JsonArray(new JsonObject { ["figure"] = 1 });
        document["slashing"]![0]!["figure"] = 1;
        _ = document["base_reward"]![1]!.AsObject().Remove("isqrt");
        document["base_reward"]![2]!["total_active_gwei"] = -1;
        (Totals totals, string output) = Play(document);
        Assert.Equal(4, totals.Differences);
        Assert.Contains("surprises: table", output);
        Assert.Contains("slashing 0: figure", output);
        Assert.Contains("there is no field isqrt", output);
        Assert.Contains("total_active_gwei is -1", output);
    }

    [Fact]
    public void One_table_is_enough()
    {
        JsonObject document = Document();
        JsonNode rows = document["withdrawals"]!;
        _ = document.Remove("withdrawals");
        (Totals totals, _) = Play(new JsonObject { ["withdrawals"] = rows });
        Assert.Equal(0, totals.Differences);
        Assert.Equal(7, totals.Operations);
    }

    private static JsonObject Document()
    {
        using FileStream file = File.OpenRead(Path.Combine(
            Source.Root, "tests", "Garrison.Conformance", "Recordings", "eth_consensus_vectors",
            "consensus_economics_vectors.json.gz"));
        using GZipStream stream = new(file, CompressionMode.Decompress);
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static (Totals Totals, string Output) Play(JsonObject document)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        StringWriter output = new();
        try
        {
            File.WriteAllText(path, document.ToJsonString());
            return (Player.Play(path, output), output.ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
