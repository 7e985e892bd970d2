import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import minfraud.ApiClient;
import minfraud.ApiException;
import minfraud.api.DispositionsApi;
import minfraud.api.FeedbackApi;
import minfraud.api.LegacyApi;
import minfraud.api.ScoringApi;
import minfraud.model.DispositionUpdate;
import minfraud.model.DispositionUpdates;
import minfraud.model.ReportTag;
import minfraud.model.RiskScoreReason;
import minfraud.model.Score;
import minfraud.model.Insights;
import minfraud.model.Factors;
import minfraud.model.ServiceError;
import minfraud.model.Transaction;
import minfraud.model.TransactionReport;

/** Calls every minFraud service with the client that openapi-generator wrote. */
public class Main {
  private static final ObjectMapper mapper = ApiClient.createDefaultObjectMapper();

  public static void main(String[] arguments) throws Exception {
    ApiClient account = account("MINFRAUD_ACCOUNT_ID", "MINFRAUD_LICENSE_KEY");
    ScoringApi scoring = new ScoringApi(account);
    FeedbackApi feedback = new FeedbackApi(account);

    Transaction transaction = mapper.readValue(new File("transaction.json"), Transaction.class);
    Score score = scoring.score(transaction);
    Insights insights = scoring.insights(transaction);
    Factors factors = scoring.factors(transaction);
    int reported = feedback.reportTransactionWithHttpInfo(
        new TransactionReport().tag(ReportTag.SUSPECTED_FRAUD).transactionId("txn-3134133"))
        .getStatusCode();
    List<DispositionUpdate> updates = allUpdates(new DispositionsApi(account));
    String legacy = scoreLegacy();

    Map<String, Object> badRequest = refusal(() -> {
      feedback.reportTransaction(
          new TransactionReport().tag(ReportTag.NOT_FRAUD).ipAddress("192.168.0.1"));
      return null;
    });
    ScoringApi empty =
        new ScoringApi(account("MINFRAUD_EMPTY_ACCOUNT_ID", "MINFRAUD_EMPTY_LICENSE_KEY"));
    Map<String, Object> paymentRequired = refusal(() -> empty.score(transaction));

    RiskScoreReason reason = factors.getRiskScoreReasons().get(0);
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("riskScore", score.getRiskScore());
    read.put("autonomousSystemNumber",
        insights.getIpAddress().getTraits().getAutonomousSystemNumber());
    read.put("multiplier", reason.getMultiplier());
    read.put("firstReason", reason.getReasons().get(0).getCode());
    read.put("lastAction", updates.get(updates.size() - 1).getAction());
    read.put("legacyRiskScore", legacyNumber(legacy, "riskScore"));

    Map<String, Object> values = new LinkedHashMap<>();
    values.put("score", score);
    values.put("insights", insights);
    values.put("factors", factors);
    values.put("reported", reported == 204);
    values.put("dispositions", updates);
    values.put("legacy", legacy);
    values.put("badRequest", badRequest);
    values.put("paymentRequired", paymentRequired);
    values.put("read", read);
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(mapper.writeValueAsString(values));
  }

  private static ApiClient service() {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("MINFRAUD_URL"));
    return client;
  }

  /** The generated client leaves HTTP Basic authentication to an interceptor. */
  private static ApiClient account(String accountId, String licenseKey) {
    String credentials = System.getenv(accountId) + ":" + System.getenv(licenseKey);
    String header = "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return service().setRequestInterceptor(request -> request.header("Authorization", header));
  }

  private static List<DispositionUpdate> allUpdates(DispositionsApi dispositions)
      throws ApiException {
    List<DispositionUpdate> updates = new ArrayList<>();
    String cursor = "2026-03-01T00:00:00Z";
    while (true) {
      DispositionUpdates page = dispositions.listDispositionUpdates(cursor);
      if (page.getUpdates().isEmpty()) return updates;
      updates.addAll(page.getUpdates());
      cursor = page.getLastUpdateTimestamp();
    }
  }

  /**
   * The generated client reads a text in the character set of the machine, and this one is in ISO-8859-1.
   * An interceptor of the response reads it first.
   */
  private static String scoreLegacy() throws Exception {
    StringBuilder text = new StringBuilder();
    LegacyApi api = new LegacyApi(service().setResponseInterceptor(response -> {
      if (response.statusCode() == 200) text.append(latin1(response.body()));
    }));
    JsonNode order = mapper.readTree(new File("order.json"));
    api.scoreLegacy(
        order.get("i").asText(), System.getenv("MINFRAUD_LICENSE_KEY"),
        order.get("city").asText(), order.get("region").asText(), order.get("postal").asText(),
        order.get("country").asText(), order.get("shipAddr").asText(),
        order.get("shipCity").asText(), order.get("shipRegion").asText(),
        order.get("shipPostal").asText(), order.get("shipCountry").asText(),
        order.get("domain").asText(), order.get("custPhone").asText(),
        order.get("emailMD5").asText(), order.get("usernameMD5").asText(),
        order.get("bin").asText(), order.get("binName").asText(), order.get("binPhone").asText(),
        order.get("user_agent").asText(), order.get("accept_language").asText(),
        order.get("txnID").asText(), order.get("order_amount").asDouble(),
        order.get("order_currency").asText(), order.get("shopID").asText(),
        order.get("txn_type").asText(), order.get("avs_result").asText(),
        order.get("cvv_result").asText(), order.get("requested_type").asText());
    return text.toString();
  }

  private static String latin1(InputStream body) {
    try {
      return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Map<String, Object> refusal(Callable<?> call) throws Exception {
    try {
      call.call();
    } catch (ApiException exception) {
      ServiceError error = mapper.readValue(exception.getResponseBody(), ServiceError.class);
      Map<String, Object> read = new LinkedHashMap<>();
      read.put("status", exception.getCode());
      read.put("code", error.getCode());
      return read;
    }
    throw new IllegalStateException("the service did not refuse the call");
  }

  private static double legacyNumber(String text, String name) {
    for (String field : text.split(";")) {
      if (field.startsWith(name + "=")) {
        return Double.parseDouble(field.substring(name.length() + 1));
      }
    }
    throw new IllegalStateException("Legacy sent no " + name);
  }
}
