namespace OpsConsole.Tests.Connectors.OpenApi;

/// <summary>A small document that has each kind of argument.</summary>
internal static class ShopDocument
{
    public const string Yaml = """
        openapi: 3.0.3
        info: { title: Shop, version: "1.2" }
        servers: [{ url: "https://{region}.shop.example/v1", variables: { region: { default: eu } } }]
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Api-Key }
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: {} } } }
          schemas:
            Part: { type: object, required: [id], properties: { id: { type: string }, parts: { type: array, items: { $ref: '#/components/schemas/Part' } } } }
            Base: { type: object, required: [reason], properties: { reason: { type: string, nullable: true }, made_at: { type: string, readOnly: true } } }
        paths:
          /orders/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getOrder
              summary: Read an order
              parameters: [{ name: fields, in: query, schema: { type: array, items: { type: string } } }, { name: X-Trace, in: header, schema: { type: string } }]
              responses: { "200": { description: ok } }
            put:
              operationId: changeOrder
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      allOf:
                        - $ref: '#/components/schemas/Base'
                        - { type: object, required: [id], properties: { id: { type: integer }, part: { $ref: '#/components/schemas/Part' } } }
              responses: { "200": { description: ok } }
            delete: { responses: { "204": { description: gone } } }
          /search:
            post: { operationId: search, x-effect: read, requestBody: { content: { application/json: { schema: { type: array, items: { type: string } } } } }, responses: { "200": { description: ok } } }
          /refunds:
            post:
              operationId: refund
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema: { type: object, properties: { amount: { type: integer }, meta: { type: object, additionalProperties: { type: string } }, tags: { type: array, items: { type: string } } } }
                    encoding: { meta: { style: deepObject }, tags: { style: deepObject } }
              responses: { "200": { description: ok } }
          /upload:
            post: { operationId: upload, requestBody: { content: { multipart/form-data: { schema: { type: object } } } }, responses: { "200": { description: ok } } }
          /elsewhere:
            post: { operationId: elsewhere, requestBody: { content: { application/json: { schema: { type: object, properties: { a: { $ref: 'other.json#/components/schemas/A' } } } } } }, responses: { "200": { description: ok } } }
        """;
}
