/** Operations that an edit of the spec adds: one in JSON, and one that responds with text. */

export const newPath = `post:
  operationId: blockAddress
  summary: Put an address on the account's list
  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          description: The address to block.
          additionalProperties: false
          required: [ip_address]
          properties:
            ip_address:
              type: string
              format: ipv4
              x-advice: must be four numbers with dots
              description: The address, as four numbers with dots.
        examples:
          one:
            value: { ip_address: 203.0.113.9 }
  responses:
    '200':
      description: The address is on the list.
      content:
        application/json:
          schema:
            type: object
            description: What is on the list now.
            required: [blocked_count]
            properties:
              blocked_count:
                type: integer
                description: How many addresses are on the list.
          examples:
            one:
              value: { blocked_count: 3 }
`;

export const textPath = `post:
  operationId: identifyPhone
  summary: Identify a phone number
  tags: [Legacy]
  security: []
  requestBody:
    required: true
    content:
      application/x-www-form-urlencoded:
        schema:
          $ref: ../schemas/proxy/PhoneQuery.yaml
  responses:
    '200':
      description: What is known of the number.
      content:
        text/plain:
          schema:
            type: string
            contentSchema:
              $ref: ../schemas/proxy/PhoneRecord.yaml
    '400':
      $ref: ../responses/LegacyBadRequest.yaml
`;

export const phoneQuery = `type: object
description: The number to identify.
additionalProperties: false
required: [l, phone_number]
properties:
  l: { type: string, x-credential: true, x-sensitive: true, description: The license key of the account. }
  phone_number: { type: string, maxLength: 20, description: The number in any format. }
`;

export const phoneRecord = `type: object
description: What is known of a number.
x-text-record: true
x-proof: [lineType]
properties:
  lineType: { type: string, description: What kind of line it is. }
  areaCode: { type: integer, description: The area that it is in. }
`;
