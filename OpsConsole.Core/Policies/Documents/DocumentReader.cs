using System.Globalization;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>Reads a policy file part by part and notes the line of each.</summary>
internal sealed class DocumentReader(YamlPart root, PolicyLines lines)
{
    public PolicyDocument Read()
    {
        root.AllowOnly("id", "title", "owner", "source", "governs", "from", "until", "hit", "model", "given", "inputs", "rules", "tests");
        if (root.Optional("hit") is { } hit && hit != "collect")
        {
            root.Find("hit")!.Error($"'hit' must be collect (every row that fires counts), not '{hit}'");
        }

        var governs = root.Find("governs");
        governs?.AllowOnly("action-types", "case-types");
        Note(new PolicyPlace.Header("case-types"), governs, root);
        var inputs = root.List("inputs").Select(ReadInput).ToList();
        return new PolicyDocument(
            Header("id"),
            Header("title"),
            Header("owner"),
            Header("source"),
            Header("governs", governs is null ? [] : Texts(governs, "action-types")),
            governs is null ? [] : Texts(governs, "case-types"),
            Day("from"),
            Day("until"),
            root.Optional("model"),
            [.. root.List("given").Select(ReadGiven)],
            Header("inputs", inputs),
            Header("rules", root.List("rules").Select((item, row) => ReadRule(item, row, inputs)).ToList()),
            Header("tests", root.List("tests").Select(ReadTest).ToList()));
    }

    private static List<string> Texts(YamlPart part, string name) => [.. part.List(name).Select(item => item.Text ?? "")];

    private static string Text(YamlPart part, string name)
    {
        if (part.Find(name) is { Text: null } wrong)
        {
            wrong.Error($"'{name}' must be a text");
        }

        return part.Optional(name) ?? "";
    }

    private string Header(string field) => Header(field, Text(root, field));

    private T Header<T>(string field, T value)
    {
        Note(new PolicyPlace.Header(field), root.Find(field), root);
        return value;
    }

    private DateOnly? Day(string field)
    {
        var part = Header(field, root.Find(field));
        if (part is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(part.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        part.Error($"'{field}' must be a day such as 2026-12-01, not '{part.Text}'");
        return null;
    }

    private DocumentInput ReadGiven(YamlPart item, int index)
    {
        item.AllowOnly("name", "expression");
        Note(new PolicyPlace.Given(index), item, item);
        return new DocumentInput(Text(item, "name"), Text(item, "expression"));
    }

    private DocumentInput ReadInput(YamlPart item, int column)
    {
        item.AllowOnly("name", "expression", "values");
        foreach (var field in (string[])["", "name", "expression", "values"])
        {
            Note(new PolicyPlace.Input(column, field), item.Find(field), item);
        }

        return new DocumentInput(Text(item, "name"), Text(item, "expression"), item.Find("values") is null ? null : Text(item, "values"));
    }

    private DocumentRule ReadRule(YamlPart item, int row, List<DocumentInput> inputs)
    {
        string[] fields = ["id", "when", "verdict", "approver", "quorum", "no-self-approval", "blind", "expires", "notify", "attach", "reason", "cites"];
        item.AllowOnly(fields);
        foreach (var field in (string[])["", .. fields])
        {
            Note(new PolicyPlace.Rule(row, field), item.Find(field), item);
        }

        var when = item.Find("when");
        when?.AllowOnly([.. inputs.Select(input => input.Name)]);
        return new DocumentRule(
            Text(item, "id"),
            [.. inputs.Select((input, column) => ReadCell(item, when, input.Name, new PolicyPlace.Cell(row, column)))],
            Text(item, "verdict"),
            Text(item, "approver"),
            item.Number("quorum", 1),
            item.Flag("no-self-approval"),
            item.Flag("blind"),
            Text(item, "expires"),
            Texts(item, "notify"),
            Texts(item, "attach"),
            Text(item, "reason"),
            Text(item, "cites"));
    }

    private string ReadCell(YamlPart rule, YamlPart? when, string input, PolicyPlace place)
    {
        var part = when?.Find(input);
        Note(place, part, rule);
        return part is null ? "-" : Text(when!, input);
    }

    private PolicyTest ReadTest(YamlPart item, int index)
    {
        item.AllowOnly("name", "input", "expect");
        Note(new PolicyPlace.Test(index), item, item);
        var expect = item.Find("expect");
        expect?.AllowOnly("verdict", "approver", "rules");
        var input = item.Find("input");
        return new PolicyTest(
            Text(item, "name"),
            input is null ? "{}" : input.Text ?? input.ToJson()?.ToJsonString(DocumentJson.Options) ?? "{}",
            expect is null ? "" : Text(expect, "verdict"),
            expect is null ? "" : Text(expect, "approver"),
            expect is null ? [] : Texts(expect, "rules"));
    }

    private void Note(PolicyPlace place, YamlPart? part, YamlPart owner) => lines.Note(place, part, owner);
}
