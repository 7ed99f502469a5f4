using System.Text.Json.Nodes;
using OpsConsole.Core.Models;
using OpsConsole.Core.Preparation.Stages;

namespace OpsConsole.Core.Preparation.Modelling;

/// <summary>What models were asked and said in one run of preparing a case, and whether it is any use to ask again in it.</summary>
public sealed class ModelRun(PreparationRun run, DateTimeOffset until)
{
    private readonly Dictionary<StageName, JsonArray> _told = [];
    private readonly List<string> _notes = [];
    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);

    public PreparationRun Run => run;

    /// <summary>When it is too late to ask: preparation must end while its lease holds.</summary>
    public DateTimeOffset Until => until;

    /// <summary>What must not leave the house; filled as records are read.</summary>
    public Veil Veil { get; } = Veil.None;

    /// <summary>The case's type as far as it is known.</summary>
    public string? CaseType { get; set; } = run.Case.CaseTypeId;

    /// <summary>The customer's record, once it was read; the case itself learns of it when preparation has ended.</summary>
    public string? CustomerRecord { get; set; } = run.Case.CustomerRecord;

    /// <summary>Nobody is asked any more: no provider answers, or none may.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The models whose answers were used; empty when the playbook did all.</summary>
    public string PreparedWith => string.Join(", ", _models);

    /// <summary>What a person should know of the models' part, a sentence each.</summary>
    public IReadOnlyList<string> Notes => [.. _notes.Distinct(StringComparer.Ordinal)];

    /// <summary>What is kept with a stage of what was asked in it; null when nothing was.</summary>
    public JsonArray? Of(StageName stage) => _told.TryGetValue(stage, out var told) ? (JsonArray)told.DeepClone() : null;

    public void Use(ModelAnswer.Answered answer) => _models.Add(answer.Model.Length > 0 ? answer.Model : answer.Provider);

    public void Note(string sentence) => _notes.Add(sentence);

    internal void Tell(StageName stage, JsonObject told)
    {
        if (!_told.TryGetValue(stage, out var all))
        {
            _told[stage] = all = [];
        }

        all.Add((JsonNode)told);
    }

    internal void Fail(ModelAnswer.Unanswered failure)
    {
        IsOver |= failure.Fault is not (ModelFault.Malformed or ModelFault.Refused or ModelFault.NotRecorded);
        Note($"The model could not be used: {failure.Sentence}");
    }
}
