package io.falcoj.agent.containers;

import io.falcoj.agent.containers.socket.Message;
import io.falcoj.agent.containers.socket.Question;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A gRPC server on a unix socket, made by another library than the client. */
public final class FakeCri implements AutoCloseable {
  /** What a method answers; a {@code StatusRuntimeException} is the other kind of answer. */
  public interface Method {
    Question answer(Message question) throws IOException;
  }

  private static final String SERVICE = "runtime.v1.RuntimeService";
  private static final List<String> METHODS =
      List.of(
          "Version",
          "ListContainers",
          "ListPodSandbox",
          "ContainerStatus",
          "PodSandboxStatus",
          "ContainerStats");

  /** It warns of options that sockets of this kind do not have. */
  private static final Logger NETTY = Logger.getLogger("io.grpc.netty.shaded.io.netty.bootstrap");

  /** Methods that were called. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  private final Map<String, Method> methods = new ConcurrentHashMap<>();
  private final EventLoopGroup group = new EpollEventLoopGroup(1);
  private final Path socket;
  private final Server server;

  public FakeCri(Path socket) throws IOException {
    this.socket = socket;
    NETTY.setLevel(Level.SEVERE);
    Files.deleteIfExists(socket);
    ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(SERVICE);
    for (String name : METHODS) {
      MethodDescriptor<byte[], byte[]> method =
          MethodDescriptor.<byte[], byte[]>newBuilder(new Bytes(), new Bytes())
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(SERVICE + "/" + name)
              .build();
      service.addMethod(
          method,
          ServerCalls.asyncUnaryCall(
              (question, observer) -> {
                try {
                  observer.onNext(answer(name, question));
                  observer.onCompleted();
                } catch (RuntimeException e) {
                  observer.onError(e);
                }
              }));
    }
    server =
        NettyServerBuilder.forAddress(new DomainSocketAddress(socket.toFile()))
            .channelType(EpollServerDomainSocketChannel.class)
            .bossEventLoopGroup(group)
            .workerEventLoopGroup(group)
            .addService(service.build())
            .build()
            .start();
  }

  private byte[] answer(String name, byte[] question) {
    calls.add(name);
    Method method = methods.get(name);
    if (method == null) {
      throw Status.UNIMPLEMENTED.asRuntimeException();
    }
    try {
      return method.answer(Message.read(ByteBuffer.wrap(question))).encoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets what a method answers; without that it is not implemented. */
  public FakeCri on(String method, Method answer) {
    methods.put(method, answer);
    return this;
  }

  @Override
  public void close() throws IOException {
    server.shutdownNow();
    try {
      server.awaitTermination(30, TimeUnit.SECONDS);
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(socket);
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
