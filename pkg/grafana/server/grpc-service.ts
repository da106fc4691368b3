import {
  type DescMessage,
  type DescMethod,
  type DescMethodServerStreaming,
  type DescMethodUnary,
  type DescService,
  fromBinary,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import type {
  handleServerStreamingCall,
  handleUnaryCall,
  MethodDefinition,
  ServiceDefinition,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';

/** The handler that a method of a service needs. */
type Handler<M> =
  M extends DescMethodUnary<infer I, infer O>
    ? handleUnaryCall<MessageShape<I>, MessageShape<O>>
    : M extends DescMethodServerStreaming<infer I, infer O>
      ? handleServerStreamingCall<MessageShape<I>, MessageShape<O>>
      : never;

/** One handler for each method of a service; methods that the .proto file leaves out are UNIMPLEMENTED. */
export type Handlers<S extends DescService> = { readonly [K in keyof S['method']]: Handler<S['method'][K]> };

/** A service with its handlers, as grpc-js wants it. */
export interface BoundService {
  readonly definition: ServiceDefinition;
  readonly handlers: UntypedServiceImplementation;
}

export function bindService<S extends DescService>(service: S, handlers: Handlers<S>): BoundService {
  return { definition: serviceDefinition(service), handlers: { ...handlers } };
}

/** grpc-js' description of a service: paths and how messages become bytes. */
export function serviceDefinition(service: DescService): ServiceDefinition {
  return Object.fromEntries(service.methods.map((method) => [method.localName, methodDefinition(method)]));
}

/** grpc-js' description of a method, for servers and clients alike. */
export function methodDefinition<I extends DescMessage, O extends DescMessage>(
  method: DescMethod & { readonly input: I; readonly output: O }
): MethodDefinition<MessageShape<I>, MessageShape<O>> {
  return {
    path: `/${method.parent.typeName}/${method.name}`,
    requestStream: method.methodKind === 'client_streaming' || method.methodKind === 'bidi_streaming',
    responseStream: method.methodKind === 'server_streaming' || method.methodKind === 'bidi_streaming',
    requestSerialize: (message) => bufferOf(toBinary(method.input, message)),
    requestDeserialize: (bytes) => fromBinary(method.input, bytes),
    responseSerialize: (message) => bufferOf(toBinary(method.output, message)),
    responseDeserialize: (bytes) => fromBinary(method.output, bytes),
  };
}

/** The same bytes, not copied. */
function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
