using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsConsole.Core.Actions;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Replying;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Stages;
using OpsConsole.Core.Preparation.Verifying;

namespace OpsConsole.Tests.Preparation.Modelling;

/// <summary>A model inside the pipeline: what it says is checked, what it cannot say the playbook does, and a case always ends prepared.</summary>
public sealed class ModelStagesTests
{
    private const string Broken = "Hello,\n\nthe lamp of order W-23187 arrived broken.\n\nLeila Haddad\nleila.haddad@mail.example";
    private const string Odd = "Bonjour,\n\nma lampe W-23187 ne ressemble pas du tout à la photo, je voudrais 12,50 pour le dérangement.\n\nLeila Haddad\nleila.haddad@mail.example";

    [Fact]
    public async Task Prepare_WithoutAModel_AsksNobodyAndSaysNothingOfModels()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Model.IsOn = false;
        var id = await desk.Desk.PrepareAsync(Broken);
        var @case = await desk.Desk.CaseAsync(id);
        Assert.Equal(("", "", "", ""), (@case.PreparedWith, @case.ModelNote, @case.SummaryCheckJson, @case.DraftLanguage));
        Assert.Empty(desk.Model.Asked);
        Assert.Single(await desk.Desk.ActionsAsync(id));
    }

    [Fact]
    public async Task Prepare_ProviderThatHasNotPassedItsEvaluation_AsksNobodyAndSaysWhy()
    {
        using var desk = await ScriptedDesk.OpenAsync(services => services.Replace(ServiceDescriptor.Singleton<IModelGate>(new ClosedGate())));
        var id = await desk.Desk.PrepareAsync(Broken);
        var @case = await desk.Desk.CaseAsync(id);
        Assert.Empty(desk.Model.Asked);
        Assert.Equal("", @case.PreparedWith);
        Assert.Contains("has not passed its evaluation", @case.ModelNote, StringComparison.Ordinal);
        Assert.Single(await desk.Desk.ActionsAsync(id));
    }

    [Theory]
    [InlineData("summarise", "The summary that the model wrote could not be used: it has 6600 characters, and 3000 are the most.")]
    [InlineData("reply", "The reply that the model wrote could not be used: it has 6600 characters, and 6000 are the most.")]
    public async Task Prepare_ATextThatNobodyWouldRead_LeavesThePlaybooksAndSaysSo(string prompt, string note)
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Say(prompt, new string('x', 6600));
        var @case = await desk.Desk.CaseAsync(await desk.Desk.PrepareAsync(Broken));
        Assert.Contains(note, @case.ModelNote, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", @case.Summary + @case.Draft, StringComparison.Ordinal);
        Assert.NotEmpty(@case.Summary);
        Assert.NotEmpty(@case.Draft);
    }

    [Fact]
    public async Task Prepare_AModelThatFailsInCaseAfterCase_IsLeftAloneAfterThree()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Model.Fails = new HttpRequestException("nobody there");
        for (var number = 0; number < 5; number++)
        {
            var @case = await desk.Desk.CaseAsync(await desk.Desk.PrepareAsync(Broken));
            Assert.Contains(number < 3 ? "could not be used" : "is left alone for another", @case.ModelNote, StringComparison.Ordinal);
            Assert.NotEmpty(@case.Draft);
        }

        var asked = desk.Model.Asked.Count;
        await desk.Desk.PrepareAsync(Broken);
        Assert.Equal(asked, desk.Model.Asked.Count);
    }

    [Fact]
    public async Task Prepare_WithAModel_KeepsThePlaybooksActionAndTheModelsWords()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Say("wishes", """{"wishes": [{"wish": "money back", "words": "the lamp of order W-23187 arrived broken"}, {"wish": "a yacht", "words": "I want a yacht"}]}""");
        desk.Say("plan", """{"actions": [], "questions": []}""");
        desk.Say("summarise", "Leila Haddad wrote about order W-23187. She paid 99.95 €. She was promised a yacht.");
        var id = await desk.Desk.PrepareAsync(Broken);
        var @case = await desk.Desk.CaseAsync(id);
        Assert.Equal("scripted-1", @case.PreparedWith);
        Assert.Contains("99.95", @case.Summary, StringComparison.Ordinal);
        var check = CheckedText.FromJson(@case.SummaryCheckJson);
        Assert.Equal([SentenceVerdict.Supported, SentenceVerdict.Unsupported, SentenceVerdict.NoClaim], check.Sentences.Select(sentence => sentence.Verdict));
        Assert.Contains("a yacht", @case.ModelNote, StringComparison.Ordinal);
        Assert.Contains("would not propose", @case.ModelNote, StringComparison.Ordinal);
        Assert.Equal(Actor.Jobs.Id, Assert.Single(await desk.Desk.ActionsAsync(id)).ProposedBy);
        var plan = (await desk.Desk.StagesAsync(id)).Single(stage => stage.Name == StageName.Plan);
        Assert.Equal("plan/1", (string?)JsonNode.Parse(plan.ResultJson)!["model"]![0]!["prompt"]);
        Assert.NotNull((string?)JsonNode.Parse(plan.ResultJson)!["model"]![0]!["exchange"]);
    }

    [Fact]
    public async Task Prepare_WhereThePlaybookAsks_ProposesTheModelsPlanWithItsProvenance()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Say("classify", """{"type": "goodwill", "quotes": ["je voudrais 12,50 pour le dérangement"]}""");
        desk.Plan("customer text", ("sandbox.grant_credit", new JsonObject { ["customer_id"] = "C-1001", ["amount"] = 12.5, ["reason"] = "ne ressemble pas du tout à la photo" }));
        var id = await desk.Desk.PrepareAsync(Odd);
        Assert.Equal("goodwill", (await desk.Desk.CaseAsync(id)).CaseTypeId);
        var action = Assert.Single(await desk.Desk.ActionsAsync(id));
        Assert.Equal((Actor.Model.Id, "sandbox.grant_credit"), (action.ProposedBy, action.ActionTypeId));
        var provenance = ActionJson.ReadObject(action.ProvenanceJson);
        Assert.Equal("12,50", (string?)provenance["amount"]!["phrase"]);
        Assert.Equal(("customer text", "customer text"), ((string?)provenance["amount"]!["from"], (string?)provenance["reason"]!["from"]));
        Assert.DoesNotContain(action.State, new[] { ActionState.Queued, ActionState.Running });
    }

    [Fact]
    public async Task Prepare_TheModelWouldDoOtherwiseOnTheSameRecord_ShowsItAndProposesOnlyThePlaybooks()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        var first = ActionJson.ReadObject(Assert.Single(await desk.Desk.ActionsAsync(await desk.Desk.PrepareAsync(Broken))).ParametersJson);
        desk.Plan("fact:1", ("sandbox.refund_payment", new JsonObject { ["payment_id"] = (string)first["payment_id"]!, ["amount"] = 1.5, ["reason"] = "broken" }));
        var id = await desk.Desk.PrepareAsync(Broken);
        Assert.Equal(Actor.Jobs.Id, Assert.Single(await desk.Desk.ActionsAsync(id)).ProposedBy);
        Assert.Contains("would rather propose “refund payment” (payment id PAY-", (await desk.Desk.CaseAsync(id)).ModelNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_TheModelAgrees_SaysSo()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        var first = await desk.Desk.PrepareAsync(Broken);
        var parameters = ActionJson.ReadObject(Assert.Single(await desk.Desk.ActionsAsync(first)).ParametersJson);
        desk.Plan("record", ("sandbox.refund_payment", parameters));
        var id = await desk.Desk.PrepareAsync(Broken);
        Assert.Equal("", (await desk.Desk.CaseAsync(id)).ModelNote);
        Assert.Contains("The model agrees", (await desk.Desk.StagesAsync(id)).Single(stage => stage.Name == StageName.Plan).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_InAnotherLanguage_DraftsInItAndChecksTheReply()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Say("reply", "Guten Tag Leila Haddad,\n\nwir erstatten Ihnen 77,77 € für die Bestellung W-23187.\n\nMit freundlichen Grüßen");
        var id = await desk.Desk.PrepareAsync("Guten Tag,\n\ndie Lampe aus meiner Bestellung W-23187 ist leider zerbrochen und ich möchte mein Geld.\n\nLeila Haddad\nleila.haddad@mail.example");
        var @case = await desk.Desk.CaseAsync(id);
        Assert.Equal("de", @case.DraftLanguage);
        Assert.Equal("77,77 €", Assert.Single(CheckedText.FromJson(@case.DraftCheckJson).Problems).Word);
        Assert.Contains("77,77 €", Assert.Single(ReplyCheck.Of(@case)!.In(@case.Draft)), StringComparison.Ordinal);
        Assert.Contains(desk.Model.Asked, asked => ScriptedDesk.PromptOf(asked) == "reply" && asked.Any(message => message.Text.Contains("\"language\":\"de\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("")]
    [InlineData("{\"actions\": 7}")]
    [InlineData("[]")]
    [InlineData("{\"actions\": [{\"action_type\": \"sandbox.refund_payment\"}, 3, null], \"questions\": [null]}")]
    [InlineData("{\"actions\": [{\"action_type\": \"sandbox.drop_table\", \"parameters\": {}, \"sources\": [], \"because\": \"\"}], \"questions\": []}")]
    public async Task Prepare_AnswersOfEveryShape_EndPrepared(string answer)
    {
        using var desk = await ScriptedDesk.OpenAsync();
        foreach (var prompt in desk.Answers.Keys.ToList())
        {
            desk.Say(prompt, answer);
        }

        var id = await desk.Desk.PrepareAsync(Broken);
        var @case = await desk.Desk.CaseAsync(id);
        Assert.Equal((CaseStage.Decide, null), (@case.Stage, @case.PrepareAt));
        Assert.Single(await desk.Desk.ActionsAsync(id), action => action.ProposedBy == Actor.Jobs.Id && action.State == ActionState.AwaitingApproval);
    }

    [Theory]
    [InlineData("list_orders", "customer_id", "C-1001", true, null)]
    [InlineData("get_order", "order_id", "W-22501", false, "stands in no record of this customer")]
    [InlineData("list_orders", "customer_id", "C-1002", false, "stands in no record of this customer")]
    [InlineData("cancel_order", "order_id", "W-23187", false, null)]
    public async Task Prepare_ReadsThatTheModelChooses_AreReadingOperationsOfThisCustomerOnly(string operation, string argument, string value, bool more, string? refused)
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Model.Say("""{"wishes": []}""").Call(operation, new Dictionary<string, object?> { [argument] = value });
        var id = await desk.Desk.PrepareAsync(Broken);
        Assert.All(await desk.Desk.FactsAsync(id), fact => Assert.DoesNotContain("W-22501", fact.Record ?? "", StringComparison.Ordinal));
        var tools = desk.Model.Options.SelectMany(options => options?.Tools ?? []).Select(tool => tool.Name).Distinct().ToList();
        Assert.Contains("list_orders", tools);
        Assert.DoesNotContain(tools, tool => tool.Contains("cancel", StringComparison.Ordinal) || tool.Contains("refund", StringComparison.Ordinal) || tool.Contains("create", StringComparison.Ordinal));
        var gather = (await desk.Desk.StagesAsync(id)).Single(stage => stage.Name == StageName.Gather).ResultJson;
        Assert.Equal(refused is not null, gather.Contains(refused ?? "\"refused\"", StringComparison.Ordinal));
        Assert.Equal(more, (await desk.Desk.FactsAsync(id)).Where(fact => fact.Record?.Contains("/orders/", StringComparison.Ordinal) == true).Select(fact => fact.Record).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Prepare_TheCustomerIsNotKnown_SendsNothing()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        await desk.Desk.PrepareAsync("Please cancel order W-23187, by mistake.");
        Assert.Empty(desk.Model.Asked);
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(IOException))]
    public async Task Prepare_NobodyAnswers_EndsWithThePlaybooksResultAndSaysWhy(Type failure)
    {
        using var desk = await ScriptedDesk.OpenAsync();
        desk.Model.Fails = (Exception)Activator.CreateInstance(failure)!;
        var id = await desk.Desk.PrepareAsync(Broken);
        var @case = await desk.Desk.CaseAsync(id);
        Assert.Equal((CaseStage.Decide, "", ""), (@case.Stage, @case.PreparedWith, @case.SummaryCheckJson));
        Assert.Contains("The model could not be used", @case.ModelNote, StringComparison.Ordinal);
        Assert.Contains("Leila Haddad", @case.Summary, StringComparison.Ordinal);
        Assert.Equal(Actor.Jobs.Id, Assert.Single(await desk.Desk.ActionsAsync(id)).ProposedBy);
    }

    [Fact]
    public async Task Prepare_WhatTheMapMarksAsPersonal_IsNotSent()
    {
        using var desk = await ScriptedDesk.OpenAsync();
        var id = await desk.Desk.PrepareAsync(Broken);
        Assert.NotEmpty(desk.Model.Asked);
        var sent = string.Join('\n', desk.Model.Asked.SelectMany(asked => asked.Select(message => message.Text)));
        Assert.DoesNotContain("Haddad", sent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("leila.haddad@mail.example", sent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Leila Haddad", (await desk.Desk.CaseAsync(id)).Draft, StringComparison.Ordinal);
    }

    private sealed class ClosedGate : IModelGate
    {
        public bool IsOpen(ModelProvider provider) => false;
    }
}
