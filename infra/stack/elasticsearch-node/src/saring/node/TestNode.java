package saring.node;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.nativeaccess.NativeAccess;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * One real Elasticsearch node on loopback, for tests: {@code TestNode HOME DATA HTTP_PORT TRANSPORT_PORT}.
 * HOME has {@code modules/} and {@code plugins/}; DATA takes config, data and logs. Stops on SIGTERM.
 */
public final class TestNode {
    private static final String NAME = "saring-test";

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path data = Path.of(arguments[1]).toAbsolutePath();
        Settings settings = settings(home, data, arguments[2], arguments[3]);
        configureLogging(data, settings);
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), data.resolve("config"), () -> NAME);
        NativeAccess.instance();
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
            PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
            Map.of(),
            false);
        Node node = new Node(environment, plugins);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped)));
        node.start();
        System.out.println("listening on 127.0.0.1:" + arguments[2]);
        stopped.await();
    }

    private static Settings settings(Path home, Path data, String httpPort, String transportPort) {
        return Settings.builder()
            .put("path.home", home)
            .put("path.data", data.resolve("data"))
            .put("path.logs", data.resolve("logs"))
            .put("cluster.name", NAME)
            .put("node.name", NAME)
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", httpPort)
            .put("transport.port", transportPort)
            // The disk of a test machine is nobody's business; the tests of a full disk set the block themselves.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    }

    private static void configureLogging(Path data, Settings settings) {
        System.setProperty("es.logs.base_path", data.resolve("logs").toString());
        System.setProperty("es.logs.cluster_name", NAME);
        LogConfigurator.setNodeName(NAME);
        LogConfigurator.configureESLogging();
        LogConfigurator.configureWithoutConfig(settings);
    }

    private static void close(Node node, CountDownLatch stopped) {
        try {
            node.close();
        } catch (Exception failure) {
            System.err.println("the node did not close cleanly: " + failure);
        } finally {
            stopped.countDown();
        }
    }

    private TestNode() {}
}
