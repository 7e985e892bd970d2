import com.fasterxml.jackson.databind.ObjectMapper;
import com.maxmind.minfraud.WebServiceClient;
import com.maxmind.minfraud.request.Device;
import com.maxmind.minfraud.request.Email;
import com.maxmind.minfraud.request.Event;
import com.maxmind.minfraud.request.Transaction;
import com.maxmind.minfraud.response.ScoreResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;

/** Calls a service with MaxMind's own Java client: what it parsed, as JSON. */
final class Service {
    public static void main(String[] arguments) throws Exception {
        trust(Path.of(System.getenv("CA_FILE")));
        String[] host = arguments[0].split(":");
        var order = new Transaction.Builder(new Device.Builder(InetAddress.getByName("203.0.113.200")).build())
            .email(new Email.Builder().address("customer@example.com").build())
            .event(new Event.Builder().transactionId("order-1001").build())
            .build();
        try (var client = new WebServiceClient.Builder(Integer.parseInt(arguments[1]), arguments[2])
            .host(host[0]).port(Integer.parseInt(host[1])).build()) {
            var results = List.of(
                told("score", client.score(order)),
                told("insights", client.insights(order)),
                told("factors", client.factors(order)));
            System.out.println(new ObjectMapper().writeValueAsString(results));
        }
    }

    private static Map<String, Object> told(String tier, ScoreResponse result) {
        var facts = new java.util.LinkedHashMap<String, Object>();
        facts.put("tier", tier);
        facts.put("id", result.getId());
        facts.put("riskScore", result.getRiskScore());
        return facts;
    }

    /** Java reads no PEM file by a variable: a trust store is made of it. */
    private static void trust(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream certificate = Files.newInputStream(file)) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        Path made = file.resolveSibling("trust.p12");
        try (OutputStream output = Files.newOutputStream(made)) {
            store.store(output, "changeit".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", made.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
    }
}
