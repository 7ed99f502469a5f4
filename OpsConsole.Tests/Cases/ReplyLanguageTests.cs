using OpsConsole.Cases;
using OpsConsole.Core.Preparation.Modelling;

namespace OpsConsole.Tests.Cases;

public sealed class ReplyLanguageTests
{
    [Theory]
    [InlineData("Where is my order and the invoice for it?", "English")]
    [InlineData("Wo ist meine Bestellung und die Rechnung?", "German")]
    [InlineData("Je voudrais une facture pour ma commande.", "French")]
    [InlineData("Por favor, quiero una factura para mi pedido.", "Spanish")]
    [InlineData("Vorrei sapere che ne è del mio ordine.", "Italian")]
    [InlineData("Ik wil graag mijn bestelling terugsturen.", "Dutch")]
    [InlineData("Não quero o meu pedido, por favor.", "Portuguese")]
    [InlineData("Proszę, chcę zwrócić moje zamówienie.", "Polish")]
    [InlineData("Jag vill inte ha min beställning.", "Swedish")]
    public void Name_LanguageOfAMessage_IsSpelledOut(string message, string name) => Assert.Equal(name, ReplyLanguage.Name(CustomerLanguage.Of(message)));

    [Fact]
    public void Name_UnknownCode_StaysAsItIs() => Assert.Equal("tlh", ReplyLanguage.Name("tlh"));
}
