package io.falcoj.probe.libbpf;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The calls of {@code libbpf.so.1} that we use, as its header declares them. */
interface LibBpf extends Library {
  /** Receives libbpf's log lines; the arguments behind the format are a {@code va_list}. */
  interface PrintCallback extends Callback {
    int print(int level, String format, Pointer arguments);
  }

  /** The library, loaded on first use. */
  final class Holder {
    static final LibBpf LIBRARY = Native.load("libbpf.so.1", LibBpf.class);

    private Holder() {}
  }

  Pointer libbpf_set_print(@Nullable PrintCallback callback);

  int libbpf_strerror(int error, byte[] buffer, long size);

  int libbpf_num_possible_cpus();

  @Nullable Pointer bpf_object__open_mem(byte[] object, long size, @Nullable Pointer options);

  int bpf_object__load(Pointer object);

  void bpf_object__close(Pointer object);

  @Nullable Pointer bpf_object__find_program_by_name(Pointer object, String name);

  @Nullable Pointer bpf_program__attach(Pointer program);

  @Nullable Pointer bpf_program__attach_tracepoint(Pointer program, String category, String name);

  @Nullable Pointer bpf_program__attach_kprobe(Pointer program, boolean atReturn, String function);

  int bpf_link__destroy(Pointer link);

  int bpf_link__fd(Pointer link);

  int bpf_iter_create(int link);

  @Nullable Pointer bpf_object__find_map_by_name(Pointer object, String name);

  int bpf_map__fd(Pointer map);

  int bpf_program__set_autoload(Pointer program, boolean load);

  int bpf_map__set_max_entries(Pointer map, int entries);

  int bpf_map_create(
      int type, String name, int keySize, int valueSize, int entries, @Nullable Pointer options);

  int bpf_map_update_elem(int fd, Pointer key, Pointer value, long flags);

  int bpf_map_update_elem(int fd, byte[] key, byte[] value, long flags);

  int bpf_map_delete_elem(int fd, byte[] key);
}
