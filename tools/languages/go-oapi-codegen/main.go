// Calls every minFraud service with the client that oapi-codegen wrote.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"example.com/check/minfraud"
)

func main() {
	ctx := context.Background()
	client := account(os.Getenv("MINFRAUD_ACCOUNT_ID"), os.Getenv("MINFRAUD_LICENSE_KEY"))

	var transaction minfraud.Transaction
	read("transaction.json", &transaction)
	score := must(client.ScoreWithResponse(ctx, transaction))
	insights := must(client.InsightsWithResponse(ctx, transaction))
	factors := must(client.FactorsWithResponse(ctx, transaction))

	transactionID := "txn-3134133"
	report := must(client.ReportTransactionWithResponse(ctx, minfraud.TransactionReport{
		Tag: minfraud.SuspectedFraud, TransactionId: &transactionID,
	}))
	updates := allUpdates(ctx, client)

	var order minfraud.LegacyOrder
	read("order.json", &order)
	order.LicenseKey = os.Getenv("MINFRAUD_LICENSE_KEY")
	// The key is sent in the form, so this client signs nothing.
	withoutAccount := must(minfraud.NewClientWithResponses(os.Getenv("MINFRAUD_URL")))
	legacy := must(withoutAccount.ScoreLegacyWithFormdataBodyWithResponse(ctx, order))
	legacyText := fromLatin1(legacy.Body)

	reserved := "192.168.0.1"
	badRequest := must(client.ReportTransactionWithResponse(ctx, minfraud.TransactionReport{
		Tag: minfraud.NotFraud, IpAddress: &reserved,
	}))
	empty := account(os.Getenv("MINFRAUD_EMPTY_ACCOUNT_ID"), os.Getenv("MINFRAUD_EMPTY_LICENSE_KEY"))
	paymentRequired := must(empty.ScoreWithResponse(ctx, transaction))

	reason := (*factors.JSON200.RiskScoreReasons)[0]
	print(map[string]any{
		"score":           score.JSON200,
		"insights":        insights.JSON200,
		"factors":         factors.JSON200,
		"reported":        report.StatusCode() == http.StatusNoContent,
		"dispositions":    updates,
		"legacy":          legacyText,
		"badRequest":      refusal(badRequest.StatusCode(), badRequest.JSON400),
		"paymentRequired": refusal(paymentRequired.StatusCode(), paymentRequired.JSON402),
		"read": map[string]any{
			"riskScore":              score.JSON200.RiskScore,
			"autonomousSystemNumber": insights.JSON200.IpAddress.Traits.AutonomousSystemNumber,
			"multiplier":             reason.Multiplier,
			"firstReason":            (*reason.Reasons)[0].Code,
			"lastAction":             updates[len(updates)-1].Action,
			"legacyRiskScore":        legacyNumber(legacyText, "riskScore"),
		},
	})
}

func account(accountID, licenseKey string) *minfraud.ClientWithResponses {
	sign := func(_ context.Context, request *http.Request) error {
		request.SetBasicAuth(accountID, licenseKey)
		return nil
	}
	return must(minfraud.NewClientWithResponses(
		os.Getenv("MINFRAUD_URL"), minfraud.WithRequestEditorFn(sign)))
}

func allUpdates(ctx context.Context, client *minfraud.ClientWithResponses) []minfraud.DispositionUpdate {
	cursor := "2026-03-01T00:00:00Z"
	var updates []minfraud.DispositionUpdate
	for {
		page := must(client.ListDispositionUpdatesWithResponse(ctx,
			&minfraud.ListDispositionUpdatesParams{UpdatesAfter: cursor})).JSON200
		if len(page.Updates) == 0 {
			return updates
		}
		updates = append(updates, page.Updates...)
		cursor = *page.LastUpdateTimestamp
	}
}

func refusal(status int, body *minfraud.ServiceError) map[string]any {
	return map[string]any{"status": status, "code": body.Code}
}

// Legacy responds in ISO-8859-1, where a byte is a character.
func fromLatin1(body []byte) string {
	characters := make([]rune, len(body))
	for i, b := range body {
		characters[i] = rune(b)
	}
	return string(characters)
}

func legacyNumber(text, name string) float64 {
	for _, field := range strings.Split(text, ";") {
		if value, found := strings.CutPrefix(field, name+"="); found {
			return must(strconv.ParseFloat(value, 64))
		}
	}
	panic("Legacy sent no " + name)
}

func read(path string, into any) {
	if err := json.Unmarshal(must(os.ReadFile(path)), into); err != nil {
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
