namespace OpsConsole.Core.Preparation.Knowledge;

/// <summary>A paragraph of an article of the house. It informs people and models; it is no rule and decides nothing.</summary>
/// <param name="Article">Name of the article within its pack, such as <c>damaged-goods</c>.</param>
/// <param name="Number">The paragraph's place in the article, from 1.</param>
/// <param name="CaseTypes">The case types that it is for; none means all.</param>
public sealed record KnowledgePassage(string Article, string Title, int Number, IReadOnlyList<string> CaseTypes, string Text);
