using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;

using Command = System.CommandLine.Command;

namespace Garrison.Desk;

/// <summary>Takes earnings out: the proofs, and what a claim does.</summary>
internal static class ClaimVerbs
{
    private static readonly JsonWriterOptions _json = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>In JSON this prints the claim alone, as the contract takes it.</summary>
    public static Command Prove()
    {
        Command verb = new(
            "prove", "A claim with its proofs; -o json prints what the contract takes, and nothing else.")
        {
            RewardsOptions.Earner,
            RewardsOptions.Stakers,
            RewardsOptions.Days,
            RewardsOptions.Journal,
            Shelf.BookOption,
            Shelf.FormOption,
        };
        verb.SetAction(static parsed =>
        {
            Book book = Shelf.LoadEigenLayer(parsed);
            Earner earner = Find(book, parsed);
            RewardsProjection projection = RewardsOptions.Play(book, parsed, watch: null);
            (PostedRoot root, RewardsClaim claim) = ClaimProof.Of(projection, earner.Address)
                ?? throw Nothing(earner, projection);
            string form = parsed.GetRequiredValue(Shelf.FormOption);
            if (form is "json" or "ndjson")
            {
                TextWriter output = parsed.InvocationConfiguration.Output;
                output.WriteLine(Printer.Json(
                    _json with { Indented = form == "json" }, writer => Write(writer, claim)));
            }
            else
            {
                Verb.Print(Report(book, earner, root, claim), parsed);
            }

            return ExitCode.Ok;
        });
        return verb;
    }

    public static Command Claim() => Verb.OfEigenLayer(
        "claim",
        "Posts a root, waits until it is active and claims: before and after. Nothing is written without "
            + "--broadcast.",
        Claim,
        RewardsOptions.Earner, RewardsOptions.Stakers, RewardsOptions.Days, RewardsOptions.Journal,
        RewardsOptions.Broadcast);

    private static Earner Find(Book book, ParseResult parsed) => Earner.Find(
        book, parsed.GetRequiredValue(RewardsOptions.Earner), parsed.GetValue(RewardsOptions.Stakers));

    private static DeskException Nothing(Earner earner, RewardsProjection projection) => new(
        ExitCode.NotFound,
        $"{earner.Label} has earned nothing by {Amounts.ToDate(projection.LastDay)}: "
            + "see garrison rewards show");

    private static Report Report(Book book, Earner earner, PostedRoot root, RewardsClaim claim)
    {
        RewardNames names = new(book);
        Section tree = new(
            "root",
            [
                new Column("root"), new Column("index", true), new Column("counts to"),
                new Column("earners", true),
            ],
            [
                [
                    root.Tree.Root.ToString(),
                    Cell.Number(root.Index),
                    Amounts.ToDate(root.LastDay),
                    Cell.Number(root.Tree.EarnerCount),
                ],
            ]);
        Section proof = new(
            "earner",
            [
                new Column("earner"), new Column("leaf", true), new Column("root of tokens"),
                new Column("proof"),
            ],
            [
                [
                    claim.Earner.ToString(),
                    Cell.Number(claim.EarnerIndex),
                    claim.EarnerTokenRoot.ToString(),
                    Hex(claim.EarnerProof),
                ],
            ]);
        Section tokens = new(
            "tokens",
            [
                new Column("token"), new Column("address"), new Column("earned in all", true, true),
                new Column("leaf", true), new Column("proof"),
            ],
            [
                .. claim.Earnings.Select((one, i) => (IReadOnlyList<Cell>)
                [
                    names.Symbol(one.Token),
                    one.Token.ToString(),
                    Cell.Amount(one.Cumulative, names.Symbol(one.Token)),
                    Cell.Number(claim.TokenIndices[i]),
                    Hex(claim.TokenProofs[i]),
                ]),
            ]);
        return new Report(
            $"The claim of {earner.Label} against root {root.Index}",
            [tree, proof, tokens],
            ["The proofs were checked against the root.", RewardsOptions.AssumedNote]);
    }

    // The struct RewardsMerkleClaim of IRewardsCoordinator.sol; numbers of 256 bits are text.
    private static void Write(Utf8JsonWriter writer, RewardsClaim claim)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rootIndex", claim.RootIndex);
        writer.WriteNumber("earnerIndex", claim.EarnerIndex);
        writer.WriteString("earnerTreeProof", Hex(claim.EarnerProof));
        writer.WriteStartObject("earnerLeaf");
        writer.WriteString("earner", claim.Earner.ToString());
        writer.WriteString("earnerTokenRoot", claim.EarnerTokenRoot.ToString());
        writer.WriteEndObject();
        writer.WriteStartArray("tokenIndices");
        foreach (uint index in claim.TokenIndices) writer.WriteNumberValue(index);

        writer.WriteEndArray();
        writer.WriteStartArray("tokenTreeProofs");
        foreach (byte[] proof in claim.TokenProofs) writer.WriteStringValue(Hex(proof));

        writer.WriteEndArray();
        writer.WriteStartArray("tokenLeaves");
        foreach (TokenEarnings leaf in claim.Earnings)
        {
            writer.WriteStartObject();
            writer.WriteString("token", leaf.Token.ToString());
            writer.WriteString("cumulativeEarnings", leaf.Cumulative.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Report Claim(Book book, ParseResult parsed)
    {
        Earner earner = Find(book, parsed);
        RewardsProjection projection = RewardsOptions.Play(book, parsed, watch: null);
        ClaimPreview preview = ClaimPreview.Run(projection, earner.Address)
            ?? throw Nothing(earner, projection);
        RewardNames names = new(book);
        string done = RewardsOptions.Commit(projection, parsed, projection.Commands.Count);
        Section root = new(
            "root",
            [
                new Column("root"), new Column("index", true), new Column("counts to"),
                new Column("active from"),
            ],
            [
                [
                    preview.Root.Tree.Root.ToString(),
                    Cell.Number(preview.Root.Index),
                    Amounts.ToDate(preview.Root.LastDay),
                    Amounts.ToTime(preview.ActivatedAt),
                ],
            ]);
        Section tokens = new(
            "claim",
            [new Column("token"), new Column("claimed", true, true), new Column("balance", true, true)],
            [
                .. preview.Tokens.Select(one => (IReadOnlyList<Cell>)
                [
                    names.Symbol(one.Token),
                    Cell.Change(one.ClaimedBefore, one.ClaimedAfter, names.Symbol(one.Token)),
                    Cell.Change(one.BalanceBefore, one.BalanceAfter, names.Symbol(one.Token)),
                ]),
            ]);
        return new Report(
            $"{names.Account(preview.Claimer)} claims for {earner.Label}, at block "
                + $"{projection.World.Clock.Block}",
            [root, tokens],
            [done, "Played on from the day of the book as if nobody moved.", RewardsOptions.AssumedNote]);
    }

    private static string Hex(byte[] bytes) => $"0x{Convert.ToHexStringLower(bytes)}";
}
