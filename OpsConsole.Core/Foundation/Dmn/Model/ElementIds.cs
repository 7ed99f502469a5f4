using System.Text;

namespace OpsConsole.Core.Foundation.Dmn.Model;

/// <summary>Ids for elements that have none: references and diagrams need them. They are made from names, so that the same model gets the same ones.</summary>
internal static class ElementIds
{
    public static DmnModel Complete(DmnModel model)
    {
        if (model.Elements.All(element => element.Id is not null))
        {
            return model;
        }

        var taken = model.Elements.Select(element => element.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return model with { Elements = [.. model.Elements.Select(element => element.Id is null ? element with { Id = Free(element.Name, taken) } : element)] };
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var plain = new StringBuilder("_");
        foreach (var character in name)
        {
            plain.Append(char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '_');
        }

        var id = plain.ToString();
        for (var number = 2; !taken.Add(id); number++)
        {
            id = $"{plain}-{number}";
        }

        return id;
    }
}
