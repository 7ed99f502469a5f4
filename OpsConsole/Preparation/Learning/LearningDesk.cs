using OpsConsole.Core.Preparation.Learning;
using OpsConsole.Core.Preparation.Suggesting;

namespace OpsConsole.Preparation.Learning;

/// <summary>What the page of learning reads and does, together.</summary>
public sealed record LearningDesk(
    ReadClassifiers Classifiers, RetrainClassifier Retrain, PutBackClassifier PutBack, ReadSuggestions Suggestions, FindSuggestions Find, DecideSuggestion Decide);
