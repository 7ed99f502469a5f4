namespace OpsConsole.Core.Preparation.Verifying;

/// <summary>Words that have a capital without being a name: they begin sentences, are addressed politely, or are titles.</summary>
internal static class CommonWords
{
    private static readonly HashSet<string> Titles = Of("mr mrs ms miss dr prof frau herr herrn monsieur madame mme mlle señor señora sr sra signor signora dott dhr mevrouw mevr meneer senhor senhora pan pani");

    private static readonly HashSet<string> Common = Of(
        "a about according after again all also although an and any are as at because before both but by can customer dear due each everything finally for from further good has have he hello her hi his however i if in is it its kind later many may more most my new no not note now of on once one only or order orders our out payment please recommended refund regards return she shipment since so some sorry status thank thanks that the their then there they this those to today total under unfortunately until upon was we were what when where which while who will with within yesterday you your yours best "
        + "aber alle als am an auch auf aus bei beste bestellung bis bitte da danke das dein dem den der des dessen die dies diese dieser durch ein eine einer er es für gemäß grüße guten hallo hat heute ich ihm ihn ihnen ihr ihre ihrem ihren ihrer in ist kunde kundin leider lieferung mit nach nachdem nun ob oder rechnung seit sendung sie sind sobald status tag und uns unser unsere vielen vom von wann war was wegen wenn wir wird wurde zahlung zu zum zur "
        + "afin ainsi après au aucun aussi aux avec bien bonjour ce ceci cela ces cette cher chère client cliente commande comme cordialement dans de depuis des donc du elle en et il ils je la le les leur lors mais malheureusement merci mon ne nos notre nous on ou où paiement par pas pour puis quand que qui sa selon ses si son sur tous tout un une veuillez vos votre vous "
        + "al algo aunque como con cuando cuenta de del desde el ella en entonces es esta este esto estimado estimada fue gracias ha hasta hola la las le lo los más mi muchas no nos nuestra nuestro o pago para pedido pero por porque que se según si sin sobre su sus también te todo tu un una usted y ya "
        + "ai al alla anche buongiorno che ci cliente come con cui da dal dalla de dei del della di dopo e è gentile gli grazie ha il in io la le lei lo ma mi nel non noi nostra nostro o ordine pagamento per però più poi prima quando questo questa se secondo si siamo sono su sua suo tra tutto un una vi "
        + "aan als bedankt beste bestelling betaling bij dag dan dat de deze die dit door een en er geachte haar heeft het hij hun ik in is je klant maar met na naar niet nog nu of om ons onze ook op over te tot u uit uw van vandaag voor wat we wel werd wij zal ze zij zijn zo "
        + "ao as com como da das de do dos e ela ele em essa esta este eu foi já mais mas na não nas no nos nossa nosso o obrigado obrigada os ou para pedido pela pelo por que se sem seu seus sua sobre um uma você "
        + "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember");

    public static bool Are(string word) => Common.Contains(word) || Titles.Contains(word);

    public static bool AreTitle(string word) => Titles.Contains(word);

    private static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
