package com.vsoxp.alliance.clients;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import com.caoccao.javet.node.modules.NodeModuleModule;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** A real Node.js inside this JVM, from Maven Central, so that nobody has to install one. Belongs to one thread. */
final class NodeInside implements AutoCloseable {

    private final NodeRuntime node;

    private NodeInside(NodeRuntime node) {
        this.node = node;
    }

    /**
     * Starts it.
     *
     * @param modules what {@code require} finds modules from
     * @param library where the native library is unpacked; whatever else is there is deleted
     */
    static NodeInside start(Path modules, Path library) throws JavetException {
        JavetLibLoader.setLibLoadingListener(new IJavetLibLoadingListener() {
            @Override
            public File getLibPath(JSRuntimeType type) {
                return library.toFile();
            }
        });
        NodeRuntime node = V8Host.getNodeInstance().createV8Runtime();
        node.getNodeModule(NodeModuleModule.class).setRequireRootDirectory(modules.toFile());
        return new NodeInside(node);
    }

    /** Whether there is one for this platform. */
    static boolean isThere() throws JavetException {
        String library = new JavetLibLoader(JSRuntimeType.Node).getResourceFileName();
        return NodeInside.class.getResource(library) != null;
    }

    void run(String script) throws JavetException {
        node.getExecutor(script).executeVoid();
    }

    String text(String expression) throws JavetException {
        return node.getExecutor(expression).executeString();
    }

    /**
     * Waits for what an expression promises, and for all that it set going.
     *
     * @return what it failed with; empty if it did not fail
     */
    Optional<String> failureOf(String promise) throws JavetException {
        run("globalThis.outcome = 'It never ended.'; " + promise
                + ".then(() => outcome = '', error => outcome = String(error.stack ?? error));");
        node.await();
        return Optional.of(text("outcome")).filter(failure -> !failure.isEmpty());
    }

    @Override
    public void close() throws JavetException {
        node.close();
    }
}
