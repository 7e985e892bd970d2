// Calls every minFraud service with the client that ogen wrote.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"example.com/check/minfraud"
)

func main() {
	ctx := context.Background()
	client := newClient(account{os.Getenv("MINFRAUD_ACCOUNT_ID"), os.Getenv("MINFRAUD_LICENSE_KEY")})

	var transaction minfraud.Transaction
	read("transaction.json", &transaction)
	score := responseAs[*minfraud.Score](client.Score(ctx, &transaction))
	insights := responseAs[*minfraud.Insights](client.Insights(ctx, &transaction))
	factors := responseAs[*minfraud.Factors](client.Factors(ctx, &transaction))

	_, reported := must(client.ReportTransaction(ctx, &minfraud.TransactionReport{
		Tag:           minfraud.ReportTagSuspectedFraud,
		TransactionID: minfraud.NewOptString("txn-3134133"),
	})).(*minfraud.ReportTransactionNoContent)
	updates := allUpdates(ctx, client)

	order := legacyOrder()
	legacy := responseAs[*minfraud.ScoreLegacyOK](client.ScoreLegacy(ctx, &order))
	legacyText := fromLatin1(must(io.ReadAll(legacy.Data)))

	badRequest := responseAs[*minfraud.ReportTransactionBadRequest](client.ReportTransaction(ctx,
		&minfraud.TransactionReport{
			Tag:       minfraud.ReportTagNotFraud,
			IPAddress: minfraud.NewOptString("192.168.0.1"),
		}))
	empty := newClient(account{os.Getenv("MINFRAUD_EMPTY_ACCOUNT_ID"), os.Getenv("MINFRAUD_EMPTY_LICENSE_KEY")})
	paymentRequired := responseAs[*minfraud.ScorePaymentRequired](empty.Score(ctx, &transaction))

	reason := factors.RiskScoreReasons[0]
	print(map[string]any{
		"score":           score,
		"insights":        insights,
		"factors":         factors,
		"reported":        reported,
		"dispositions":    updates,
		"legacy":          legacyText,
		"badRequest":      refusal(http.StatusBadRequest, badRequest.Code),
		"paymentRequired": refusal(http.StatusPaymentRequired, paymentRequired.Code),
		"read": map[string]any{
			"riskScore":              score.RiskScore,
			"autonomousSystemNumber": insights.IPAddress.Value.Traits.Value.AutonomousSystemNumber.Value,
			"multiplier":             reason.Multiplier,
			"firstReason":            reason.Reasons[0].Code,
			"lastAction":             updates[len(updates)-1].Action,
			"legacyRiskScore":        legacyNumber(legacyText, "riskScore"),
		},
	})
}

// The account of a client; ogen asks it for the credentials of a call.
type account struct{ id, licenseKey string }

func (a account) BasicAuth(context.Context, minfraud.OperationName) (minfraud.BasicAuth, error) {
	return minfraud.BasicAuth{Username: a.id, Password: a.licenseKey}, nil
}

func newClient(owner account) *minfraud.Client {
	return must(minfraud.NewClient(os.Getenv("MINFRAUD_URL"), owner,
		minfraud.WithClient(&http.Client{Transport: plainTypes{}})))
}

// ogen compares the media type of a response letter by letter, and the services send one of their own
// ("application/vnd.maxmind.com-minfraud-score+json") for what is plain JSON.
type plainTypes struct{}

func (plainTypes) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultTransport.RoundTrip(request)
	if err == nil && strings.Contains(response.Header.Get("Content-Type"), "+json") {
		response.Header.Set("Content-Type", "application/json")
	}
	return response, err
}

func allUpdates(ctx context.Context, client *minfraud.Client) []minfraud.DispositionUpdate {
	cursor := "2026-03-01T00:00:00Z"
	var updates []minfraud.DispositionUpdate
	for {
		page := responseAs[*minfraud.DispositionUpdates](client.ListDispositionUpdates(ctx,
			minfraud.ListDispositionUpdatesParams{UpdatesAfter: cursor}))
		if len(page.Updates) == 0 {
			return updates
		}
		updates = append(updates, page.Updates...)
		cursor = page.LastUpdateTimestamp.Value
	}
}

// Each operation responds with one of several types, by status.
func responseAs[T any](result any, err error) T {
	expected, ok := must(result, err).(T)
	if !ok {
		log.Fatalf("got %T", result)
	}
	return expected
}

func refusal(status int, code string) map[string]any {
	return map[string]any{"status": status, "code": code}
}

// Legacy responds in ISO-8859-1, where a byte is a character.
func fromLatin1(body []byte) string {
	characters := make([]rune, len(body))
	for i, b := range body {
		characters[i] = rune(b)
	}
	return string(characters)
}

// ogen reads and writes the types of forms as forms only, not as JSON.
func legacyOrder() minfraud.LegacyOrder {
	var fields map[string]any
	if err := json.Unmarshal(must(os.ReadFile("order.json")), &fields); err != nil {
		log.Fatal(err)
	}
	text := func(name string) minfraud.OptString { return minfraud.NewOptString(fields[name].(string)) }
	return minfraud.LegacyOrder{
		I:              fields["i"].(string),
		LicenseKey:     os.Getenv("MINFRAUD_LICENSE_KEY"),
		City:           text("city"),
		Region:         text("region"),
		Postal:         text("postal"),
		Country:        text("country"),
		ShipAddr:       text("shipAddr"),
		ShipCity:       text("shipCity"),
		ShipRegion:     text("shipRegion"),
		ShipPostal:     text("shipPostal"),
		ShipCountry:    text("shipCountry"),
		Domain:         text("domain"),
		CustPhone:      text("custPhone"),
		EmailMD5:       text("emailMD5"),
		UsernameMD5:    text("usernameMD5"),
		Bin:            text("bin"),
		BinName:        text("binName"),
		BinPhone:       text("binPhone"),
		UserAgent:      text("user_agent"),
		AcceptLanguage: text("accept_language"),
		TxnID:          text("txnID"),
		OrderAmount:    minfraud.NewOptFloat64(fields["order_amount"].(float64)),
		OrderCurrency:  text("order_currency"),
		ShopID:         text("shopID"),
		TxnType:        minfraud.NewOptLegacyOrderTxnType(minfraud.LegacyOrderTxnType(fields["txn_type"].(string))),
		AvsResult:      text("avs_result"),
		CvvResult:      text("cvv_result"),
		RequestedType: minfraud.NewOptLegacyOrderRequestedType(
			minfraud.LegacyOrderRequestedType(fields["requested_type"].(string))),
	}
}

func legacyNumber(text, name string) float64 {
	for _, field := range strings.Split(text, ";") {
		if value, found := strings.CutPrefix(field, name+"="); found {
			return must(strconv.ParseFloat(value, 64))
		}
	}
	panic("Legacy sent no " + name)
}

func read(path string, into json.Unmarshaler) {
	if err := into.UnmarshalJSON(must(os.ReadFile(path))); err != nil {
		log.Fatal(err)
	}
}

func print(values any) {
	fmt.Println(string(must(json.Marshal(values))))
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
