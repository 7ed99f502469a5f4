using OpsConsole.Core.Foundation.Dmn.Model;

namespace OpsConsole.Core.Foundation.Dmn.Writing;

/// <summary>Requirements are drawn as lines, and a line needs an id to refer to. Two models may use one id, so it counts rather than names.</summary>
internal static class RequirementId
{
    public static string Of(DmnElement element, string reference) =>
        $"{element.Id}.requires.{DiagramLayout.Requirements(element).TakeWhile(other => other != reference).Count() + 1}";
}
