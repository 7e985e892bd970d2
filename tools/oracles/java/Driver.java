import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maxmind.minfraud.request.CustomInputs;
import com.maxmind.minfraud.request.Device;
import com.maxmind.minfraud.request.ShoppingCartItem;
import com.maxmind.minfraud.request.Transaction;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Responds to requests with MaxMind's own Java client: one JSON document a line in, one a line out.
 * A field that this version does not know or refuses is left out, and the response says which and why.
 */
final class Driver {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODELS = "com.maxmind.minfraud.request.";

    public static void main(String[] arguments) throws Exception {
        String jar = Transaction.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        ObjectNode greeting = JSON.createObjectNode();
        greeting.put("version", jar.replaceAll(".*minfraud-(.*)\\.jar$", "$1"));
        System.out.println(greeting);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            // In ASCII, since the encoding of the output is the machine's.
            System.out.println(ascii(respond(JSON.readTree(line)).toString()));
        }
    }

    private static ObjectNode respond(JsonNode request) {
        ObjectNode response = JSON.createObjectNode();
        ObjectNode leftOut = response.putObject("leftOut");
        JsonNode wire = request.get("wire");
        try {
            response.put("body", transactionOf(wire, request.get("hashEmail").asBoolean(), leftOut).toJson());
        } catch (Exception error) {
            response.put("error", error.toString());
        }
        return response;
    }

    private static Transaction transactionOf(JsonNode wire, boolean hashes, ObjectNode leftOut) throws Exception {
        JsonNode given = wire.path("device");
        var address = InetAddress.getByName(given.path("ip_address").asText("128.101.101.101"));
        var device = new Device.Builder(address);
        fill(device, "/device", given, leftOut);
        var transaction = new Transaction.Builder(device.build());
        for (String part : List.of("account", "billing", "credit_card", "email", "event", "order", "payment", "shipping")) {
            if (!wire.has(part)) continue;
            Object builder = Class.forName(MODELS + capital(camel(part)) + "$Builder").getConstructor().newInstance();
            fill(builder, "/" + part, wire.get(part), leftOut);
            if (part.equals("email") && hashes) builder.getClass().getMethod("hashAddress").invoke(builder);
            Object model = build(builder);
            transaction.getClass().getMethod(camel(part), model.getClass()).invoke(transaction, model);
        }
        int index = 0;
        for (JsonNode item : wire.path("shopping_cart")) {
            var builder = new ShoppingCartItem.Builder();
            fill(builder, "/shopping_cart/" + index++, item, leftOut);
            transaction.addShoppingCartItem(builder.build());
        }
        if (wire.has("custom_inputs")) {
            var inputs = new CustomInputs.Builder();
            for (Iterator<Map.Entry<String, JsonNode>> all = wire.get("custom_inputs").fields(); all.hasNext();) {
                Map.Entry<String, JsonNode> input = all.next();
                try {
                    put(inputs, input.getKey(), input.getValue());
                } catch (IllegalArgumentException error) {
                    leftOut.put("/custom_inputs/" + input.getKey(), error.getMessage());
                }
            }
            transaction.customInputs(inputs.build());
        }
        return transaction.build();
    }

    private static void put(CustomInputs.Builder inputs, String name, JsonNode value) {
        if (value.isTextual()) inputs.put(name, value.textValue());
        else if (value.isBoolean()) inputs.put(name, value.booleanValue());
        else inputs.put(name, value.numberValue());
    }

    private static void fill(Object builder, String part, JsonNode fields, ObjectNode leftOut) throws Exception {
        for (Iterator<Map.Entry<String, JsonNode>> all = fields.fields(); all.hasNext();) {
            Map.Entry<String, JsonNode> field = all.next();
            if (part.equals("/device") && field.getKey().equals("ip_address")) continue;
            String pointer = part + "/" + field.getKey();
            Method setter = setterOf(builder, camel(field.getKey()));
            if (setter == null) {
                leftOut.put(pointer, "no such field");
                continue;
            }
            try {
                setter.invoke(builder, valueOf(field.getValue(), setter.getParameterTypes()[0]));
            } catch (InvocationTargetException error) {
                leftOut.put(pointer, String.valueOf(error.getCause().getMessage()));
            } catch (IllegalArgumentException | ArithmeticException error) {
                leftOut.put(pointer, String.valueOf(error.getMessage()));
            }
        }
    }

    /** The one with the type that loses least, where there are several. */
    private static Method setterOf(Object builder, String name) {
        Method found = null;
        for (Method method : builder.getClass().getMethods()) {
            if (!method.getName().equals(name) || method.getParameterCount() != 1) continue;
            Class<?> type = method.getParameterTypes()[0];
            if (found == null || type == BigDecimal.class || type == ZonedDateTime.class) found = method;
        }
        // Bridges of a generic class are not accessible by themselves.
        if (found != null) found.setAccessible(true);
        return found;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object valueOf(JsonNode value, Class<?> type) {
        if (type == boolean.class) return value.booleanValue();
        if (type == int.class || type == Integer.class) return new BigDecimal(value.asText()).intValueExact();
        if (type == Double.class) return value.doubleValue();
        if (type == BigDecimal.class) return value.decimalValue();
        if (type == Character.class) return value.asText().charAt(0);
        if (type == URI.class) return URI.create(value.asText());
        if (type == ZonedDateTime.class) return ZonedDateTime.parse(value.asText());
        if (type.isEnum()) return Enum.valueOf((Class) type, value.asText().toUpperCase(Locale.ROOT));
        return value.asText();
    }

    private static Object build(Object builder) throws Exception {
        for (Method method : builder.getClass().getMethods()) {
            if (method.getName().equals("build") && !method.isBridge()) return method.invoke(builder);
        }
        throw new NoSuchMethodException("build");
    }

    private static String camel(String wire) {
        var name = new StringBuilder();
        for (String word : wire.split("_")) name.append(name.length() == 0 ? word : capital(word));
        return name.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String ascii(String text) {
        var escaped = new StringBuilder();
        for (char unit : text.toCharArray()) {
            if (unit < 128) escaped.append(unit);
            else escaped.append(String.format("\\u%04x", (int) unit));
        }
        return escaped.toString();
    }
}
