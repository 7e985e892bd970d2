using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MinFraudApi.Api;
using MinFraudApi.Client;
using MinFraudApi.Model;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>Calls every minFraud service with the client that openapi-generator wrote.</summary>
public static class Program
{
    public static void Main()
    {
        Configuration account = Account("MINFRAUD_ACCOUNT_ID", "MINFRAUD_LICENSE_KEY");
        ScoringApi scoring = new ScoringApi(account);
        FeedbackApi feedback = new FeedbackApi(account);

        Transaction transaction = Read<Transaction>(File.ReadAllText("transaction.json"));
        Score score = scoring.Score(transaction);
        Insights insights = scoring.Insights(transaction);
        Factors factors = scoring.Factors(transaction);
        int reported = (int)feedback.ReportTransactionWithHttpInfo(
            new TransactionReport(tag: ReportTag.SuspectedFraud, transactionId: "txn-3134133")).StatusCode;
        List<DispositionUpdate> updates = AllUpdates(new DispositionsApi(account));
        string legacy = ScoreLegacy();

        object badRequest = Refusal(() => feedback.ReportTransaction(
            new TransactionReport(tag: ReportTag.NotFraud, ipAddress: "192.168.0.1")));
        ScoringApi empty = new ScoringApi(Account("MINFRAUD_EMPTY_ACCOUNT_ID", "MINFRAUD_EMPTY_LICENSE_KEY"));
        object paymentRequired = Refusal(() => empty.Score(transaction));

        RiskScoreReason reason = factors.RiskScoreReasons[0];
        string printed = JsonConvert.SerializeObject(new
        {
            score,
            insights,
            factors,
            reported = reported == 204,
            dispositions = updates,
            legacy,
            badRequest,
            paymentRequired,
            read = new
            {
                riskScore = score.RiskScore,
                autonomousSystemNumber = insights.IpAddress.Traits.AutonomousSystemNumber,
                multiplier = reason.Multiplier,
                firstReason = reason.Reasons[0].Code,
                lastAction = updates[updates.Count - 1].Action,
                legacyRiskScore = LegacyNumber(legacy, "riskScore"),
            },
        }, settings);
        using (StreamWriter output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)))
        {
            output.WriteLine(printed);
        }
    }

    /// <summary>Times stay the text that came.</summary>
    private static readonly JsonSerializerSettings settings = new JsonSerializerSettings
    {
        ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
        DateParseHandling = DateParseHandling.None,
    };

    private static T Read<T>(string json)
    {
        return JsonConvert.DeserializeObject<T>(json, settings);
    }

    private static string Environment(string name)
    {
        return System.Environment.GetEnvironmentVariable(name);
    }

    private static Configuration Service()
    {
        return new Configuration { BasePath = Environment("MINFRAUD_URL") };
    }

    private static Configuration Account(string accountId, string licenseKey)
    {
        Configuration configuration = Service();
        configuration.Username = Environment(accountId);
        configuration.Password = Environment(licenseKey);
        return configuration;
    }

    private static List<DispositionUpdate> AllUpdates(DispositionsApi dispositions)
    {
        List<DispositionUpdate> updates = new List<DispositionUpdate>();
        string cursor = "2026-03-01T00:00:00Z";
        while (true)
        {
            DispositionUpdates page = dispositions.ListDispositionUpdates(cursor);
            if (page.Updates.Count == 0) return updates;
            updates.AddRange(page.Updates);
            cursor = page.LastUpdateTimestamp;
        }
    }

    private static string ScoreLegacy()
    {
        JObject order = Read<JObject>(File.ReadAllText("order.json"));
        Func<string, string> of = name => (string)order[name];
        return new LegacyApi(Service()).ScoreLegacy(
            i: of("i"), licenseKey: Environment("MINFRAUD_LICENSE_KEY"), city: of("city"), region: of("region"),
            postal: of("postal"), country: of("country"), shipAddr: of("shipAddr"), shipCity: of("shipCity"),
            shipRegion: of("shipRegion"), shipPostal: of("shipPostal"), shipCountry: of("shipCountry"),
            domain: of("domain"), custPhone: of("custPhone"), emailMD5: of("emailMD5"),
            usernameMD5: of("usernameMD5"), bin: of("bin"), binName: of("binName"), binPhone: of("binPhone"),
            userAgent: of("user_agent"), acceptLanguage: of("accept_language"), txnID: of("txnID"),
            orderAmount: (double)order["order_amount"], orderCurrency: of("order_currency"), shopID: of("shopID"),
            txnType: of("txn_type"), avsResult: of("avs_result"), cvvResult: of("cvv_result"),
            requestedType: of("requested_type"));
    }

    private static double LegacyNumber(string text, string name)
    {
        string field = text.Split(';').First(pair => pair.StartsWith(name + "=", StringComparison.Ordinal));
        return double.Parse(field.Substring(name.Length + 1), CultureInfo.InvariantCulture);
    }

    private static object Refusal(Action call)
    {
        try
        {
            call();
        }
        catch (ApiException exception)
        {
            ServiceError error = Read<ServiceError>(exception.ErrorContent.ToString());
            return new { status = exception.ErrorCode, code = error.Code };
        }
        throw new InvalidOperationException("the service did not refuse the call");
    }
}
