using System.Collections.Frozen;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>
/// Letters without their marks. The process runs without the data of ICU, where the decomposition of Unicode changes nothing, so that the
/// letters of the Latin, Greek and Cyrillic scripts that have a base are listed.
/// </summary>
internal static class PlainLetters
{
    private static readonly FrozenDictionary<char, string> Bases = new (string Base, string Marked)[]
    {
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšſșṡṣṥṧṩẛ"),
        ("t", "ţťțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("·", "·"),
        ("æ", "ǣǽ"),
        ("ø", "ǿ"),
        ("ʒ", "ǯ"),
        ("α", "ά"),
        ("ε", "έ"),
        ("η", "ή"),
        ("ι", "ΐίϊ"),
        ("ο", "ό"),
        ("υ", "ΰϋύ"),
        ("ω", "ώ"),
        ("г", "ѓ"),
        ("е", "ѐё"),
        ("и", "йѝ"),
        ("к", "ќ"),
        ("у", "ў"),
        ("і", "ї"),
        ("ss", "ß"), ("o", "ø"), ("l", "ł"), ("d", "đð"), ("i", "ı"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"), ("h", "ħ"), ("t", "ŧ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
        ("'", "’‘ʼ´"),
    }.SelectMany(group => group.Marked.Select(marked => KeyValuePair.Create(marked, group.Base))).ToFrozenDictionary();

    /// <param name="letter">Small, if it has cases.</param>
    public static string Of(char letter) => letter switch
    {
        // Full-width forms lie in the order of ASCII.
        >= '！' and <= '～' => ((char)(letter - '！' + '!')).ToString().ToLowerInvariant(),
        _ => Bases.TryGetValue(letter, out var plain) ? plain : letter.ToString(),
    };
}
